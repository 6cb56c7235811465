import type { Configuration } from '../core/hyperparameters.ts';
import { type BaselineName, isBaseline, type ModelName, type NetworkName } from '../core/model-name.ts';
import { bias, ease, mean, neighbours, popular } from './baselines.ts';
import { dotProduct } from './dot-product.ts';
import { hybrid } from './hybrid.ts';
import { mlp } from './mlp.ts';
import type { Baseline, Model, Network } from './model.ts';

export const BASELINES: Readonly<Record<BaselineName, Baseline>> = { mean, bias, popular, neighbours, ease };

const NETWORKS: Readonly<Record<NetworkName, Network>> = { dot: dotProduct, mlp, hybrid };

/** Every model by the name it has in a configuration. */
export const MODELS: Readonly<Record<ModelName, Model>> = { ...NETWORKS, ...BASELINES };

/** Throws a RangeError for a model that is not trained step by step. */
export function networkOf({ model }: Configuration): Network {
  if (isBaseline(model)) throw new RangeError(`The model ${model} has no network`);
  return NETWORKS[model];
}
