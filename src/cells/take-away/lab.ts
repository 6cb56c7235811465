import { fetchPart } from '../../core/fetch-part.ts';
import type { Bench } from '../../lab/bench.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { TakeAwayCalls } from './contract.ts';

export function handlers(bench: Bench): HandlersOf<TakeAwayCalls> {
  return {
    async make(request, { report, signal }) {
      const { makeFile } = await fetchPart(() => import('./lab/make-file.ts'));
      return await bench.inUse.ask((model) => makeFile(model, request, { report, signal }));
    },
    async openWeights({ file }) {
      const { openWeights } = await fetchPart(() => import('./lab/open-weights.ts'));
      return await openWeights(bench, file);
    },
  };
}
