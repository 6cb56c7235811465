import type { TestErrors } from '../core/run-report.ts';
import { toTarget } from '../core/target.ts';
import { validate } from '../training/train.ts';
import type { Model } from './model.ts';

/** Errors on the test part; null where there is none. */
export async function measureTest({ parts, predictor }: Model): Promise<TestErrors | null> {
  const { test, target, configuration } = parts;
  if (test.targets.length === 0) return null;
  const predictions = (await predictor.predict(test)).map((stars) => toTarget(stars, target));
  const { validationError, validationMae, validationAuc } = validate(configuration.loss, predictions, test);
  return {
    error: validationError * target.scale,
    mae: validationMae === null ? null : validationMae * target.scale,
    auc: validationAuc,
  };
}
