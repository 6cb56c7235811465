import type { Overrides } from '../src/core/hyperparameters.ts';
import type { UserIndex } from '../src/core/ids.ts';
import type { SimdHost } from '../src/engines/simd/host.ts';
import type { LabData } from '../src/lab/loaded-data.ts';
import { compareLists, type ListsCompared } from './recommend/compare-lists.ts';
import { type FoldedBack, foldBack } from './recommend/fold-back.ts';
import { MODELS, type ModelTitle, SMALL } from './recommend/models.ts';
import { trainOne } from './recommend/train-one.ts';

export { load } from './evaluate.ts';
export { withTraits } from './recommend/with-traits.ts';

/** By model. */
export const TITLES = Object.keys(MODELS) as readonly ModelTitle[];

/** Trains a small model and compares the lists of `users` users with sorting. */
export const compareModel = (data: LabData, host: SimdHost, title: ModelTitle, users: number): Promise<ListsCompared> =>
  withModel(data, host, { ...MODELS[title], ...SMALL }, (model) => compareLists(model, spread(data, users)));

/** Trains a model with its default settings and folds in `users` users. */
export const foldModel = (data: LabData, host: SimdHost, title: ModelTitle, users: number): Promise<FoldedBack | null> =>
  withModel(data, host, MODELS[title], (model) => foldBack(model, spread(data, users)));

async function withModel<Result>(
  data: LabData,
  host: SimdHost,
  overrides: Overrides,
  work: (model: Awaited<ReturnType<typeof trainOne>>) => Promise<Result>,
): Promise<Result> {
  const model = await trainOne(data, host, overrides);
  try {
    return await work(model);
  } finally {
    model.predictor.dispose();
  }
}

/** So many users, evenly. */
function spread({ ratings }: LabData, count: number): readonly UserIndex[] {
  const all = ratings.userIds.size;
  const size = Math.min(count, all);
  return Array.from({ length: size }, (_, i) => Math.floor((i * all) / size) as UserIndex);
}
