import { openContainer } from '../data/containers/open-container.ts';
import { isTable } from '../data/grouplens-tables.ts';
import { loadData } from '../data/load.ts';
import { openTable } from '../data/preview/open-table.ts';
import { wordsFor } from '../data/sources/file.ts';
import { dataSets } from '../storage/data-sets.ts';
import { storageRoom } from '../storage/room.ts';
import { runs } from '../storage/runs.ts';
import { createBench } from './bench.ts';
import { laterEngines } from './engines.ts';
import { createHandlers } from './handlers.ts';
import { laterMatrices } from './matrices.ts';
import { createRunLocks } from './run-lock.ts';
import { createRunRegistry } from './run-registry.ts';
import { serve } from './serve.ts';
import { holdLife } from './worker-life.ts';

holdLife(self.name, (message) => self.postMessage(message));
const bench = createBench({
  loadData: (source, onProgress, signal) =>
    loadData(source, (phase, share, transfer) => onProgress({ phase, share, transfer }), { signal }),
  openTables: async (file) => (await openContainer(file, wordsFor(file))).files.filter(isTable),
  // Here and not where it is used: what it shares with loading then stays in one file.
  openTable,
  storage: { store: dataSets, room: storageRoom },
  engines: laterEngines(),
  matrices: laterMatrices,
  runs: createRunRegistry(runs, createRunLocks(navigator.locks), () => performance.now()),
});
serve(self, createHandlers(bench));
