import type { Filters } from '../../core/explore/crossfilter.ts';
import type { ExploreView } from '../../core/explore/view.ts';
import type { Call } from '../../lab/wire.ts';

export interface ExploreCalls {
  /** What is to be seen of the data that is loaded, through filters. `minRatings`: see `rankMovies`. */
  view: Call<{ readonly filters: Filters; readonly minRatings: number }, ExploreView>;
}
