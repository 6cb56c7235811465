import { chooseFirstUser } from '../../../core/first-user.ts';
import { movieStatistics } from '../../../core/movie-statistics.ts';
import type { Sliced } from '../../../core/slices.ts';
import type { LoadedData } from '../../../data/load.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import { summariseData } from './summarise.ts';

export type SummedUp = LabData & Pick<LoadedData, 'file'>;

/** A data set with what every capability asks of it. */
export function* sumUp(loaded: LoadedData): Sliced<SummedUp> {
  const { ratings, file } = loaded;
  const statistics = yield* movieStatistics(ratings);
  const summary = { ...(yield* summariseData(loaded)), shownFirst: yield* chooseFirstUser(ratings, statistics) };
  return { ratings, file, statistics, summary };
}
