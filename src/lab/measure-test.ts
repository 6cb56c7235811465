import type { TestErrors } from '../core/run-report.ts';
import { starsOf } from '../core/target.ts';
import { measureErrors } from '../training/errors.ts';
import { likedAmong, measureList } from '../training/list-error.ts';
import type { Model } from './model.ts';

/** Errors on the test part, in stars or of scores; null where there is none. */
export async function measureTest({ data, parts, predictor }: Model): Promise<TestErrors | null> {
  const { test, target, configuration } = parts;
  if (test.targets.length === 0) return null;
  if (configuration.listWeight === 1) {
    const rank = async (users: Int32Array): Promise<Float32Array> => (await predictor.score(users)).ranking;
    const liked = likedAmong(starsOf(test.targets, target), data.ratings.scale);
    return { error: (await measureList(rank, test, liked)).validationError, mae: null, auc: null };
  }
  const predictions = await predictor.predict(test);
  const errors = measureErrors(configuration.loss, predictions, starsOf(test.targets, target));
  return { error: errors.validationError, mae: errors.validationMae, auc: errors.validationAuc };
}
