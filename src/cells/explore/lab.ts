import { createExplorer } from '../../core/explore/view.ts';
import type { Bench } from '../../lab/bench.ts';
import { ofData } from '../../lab/loaded-data.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { ExploreCalls } from './contract.ts';

export function handlers({ data }: Bench): HandlersOf<ExploreCalls> {
  const explorerOf = ofData(({ ratings }) => createExplorer(ratings, () => performance.now()));
  return {
    view: async ({ filters, minRatings }) => explorerOf(data.at('look at'))(filters, minRatings),
  };
}
