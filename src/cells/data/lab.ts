import { fetchPart } from '../../core/fetch-part.ts';
import type { Bench } from '../../lab/bench.ts';
import { ofData } from '../../lab/loaded-data.ts';
import { takeOut } from '../../lab/take-out.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { DataCalls } from './contract.ts';
import { listKept } from './lab/kept-files.ts';
import { createLoader } from './lab/load.ts';
import type { Previews } from './lab/previews.ts';

export function handlers(bench: Bench): HandlersOf<DataCalls> {
  const { storage } = bench;
  const loader = createLoader(bench);
  // Fetched when they are first asked for: the ratings come before them.
  const tablesOf = ofData(async (data) => (await fetchPart(() => import('./lab/tables.ts'))).createTables(data));
  let previews: Previews | null = null;
  return {
    load: ({ source }, { report, signal }) => loader.load(source, report, signal),
    keptData: () => listKept(storage),
    keepData: () => loader.keep(),
    async forgetData({ id }) {
      const removed = await takeOut(storage.store, id);
      return { removed, kept: await listKept(storage) };
    },
    async putBackData({ record }) {
      await storage.store.putBack(record);
      return await listKept(storage);
    },
    async previewFile({ source, answers }) {
      previews ??= (await fetchPart(() => import('./lab/previews.ts'))).createPreviews(bench);
      return await previews(source, answers);
    },
    tablePage: async ({ query, from, count }) => (await tablesOf(bench.data.at('look at'))).page(query, from, count),
    describeData: async () => (await tablesOf(bench.data.at('look at'))).describe(),
  };
}
