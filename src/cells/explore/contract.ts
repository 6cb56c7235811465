import type { CellRun } from '../../core/cell-machine.ts';
import type { Filters } from '../../core/explore/crossfilter.ts';
import type { DimensionName } from '../../core/explore/dimension.ts';
import type { ExploreView } from '../../core/explore/view.ts';
import type { Call } from '../../lab/wire.ts';

export interface ExploreCalls {
  /** What is to be seen of the data that is loaded, through filters. `minRatings`: see `rankMovies`. */
  view: Call<{ readonly filters: Filters; readonly minRatings: number }, ExploreView>;
}

export interface ExploreState {
  readonly run: CellRun;
  readonly filters: Filters;
  /** The best-rated movies have at least so many ratings; the weight of the prior too. */
  readonly minRatings: number;
  /** Through the filters as they stand, or stood until the call under way. */
  readonly view: ExploreView | null;
}

interface ExploreActions {
  /** Looks at the ratings in some bins of a dimension only; at all where there are none. */
  filterBy(name: DimensionName, bins: readonly number[]): void;
  clearFilters(): void;
  setExploreMinRatings(minRatings: number): void;
  /** Once more, where it failed. */
  retryExplore(): void;
}

declare module '../../state/notebook-state.ts' {
  interface NotebookState {
    readonly explore: ExploreState;
  }
  interface NotebookActions extends ExploreActions {}
}
