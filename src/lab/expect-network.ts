import { LabError } from '../core/errors.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { isBaseline } from '../core/model-name.ts';
import type { Model, NetworkRun } from './model.ts';

const withoutNetwork = (): LabError =>
  new LabError(
    'no-model',
    'This model is fitted directly: it has no steps, no gradients and no weights.',
    'Choose a model with embeddings, and train it.',
  );

/** Throws a LabError where a configuration is of a model that is fitted in closed form. */
export function refuseBaseline({ model }: Configuration): void {
  if (isBaseline(model)) throw withoutNetwork();
}

/** The network of a model. Throws a LabError where it is fitted in closed form. */
export function networkOfModel({ network }: Model): NetworkRun {
  if (network === null) throw withoutNetwork();
  return network;
}
