import { createExplorer } from '../core/explore/view.ts';
import type { Ratings } from '../core/ratings.ts';

type Explorer = ReturnType<typeof createExplorer>;

/** The explorer of the ratings at hand: made when it is first asked for, and kept until other ratings are. */
export function createExplorers(): (ratings: Ratings) => Explorer {
  let last: { readonly ratings: Ratings; readonly explorer: Explorer } | undefined;
  return (ratings) => {
    if (last?.ratings !== ratings) last = { ratings, explorer: createExplorer(ratings, () => performance.now()) };
    return last.explorer;
  };
}
