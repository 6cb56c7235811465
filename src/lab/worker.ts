import { loadData } from '../data/load.ts';
import { checkpoints } from '../storage/checkpoints.ts';
import { dataSets } from '../storage/data-sets.ts';
import { storageRoom } from '../storage/room.ts';
import { laterEngines } from './engines.ts';
import { createRunKeeper } from './run-keeper.ts';
import { createRunLocks } from './run-lock.ts';
import { serve } from './serve.ts';
import { createLab } from './session.ts';
import { holdLife } from './worker-life.ts';

holdLife(self.name, (message) => self.postMessage(message));
serve(self, (emit) =>
  createLab(emit, {
    loadData: (source, onProgress, signal) =>
      loadData(source, (phase, share, transfer) => onProgress({ phase, share, transfer }), { signal }),
    storage: { shelf: dataSets, room: storageRoom },
    engines: laterEngines(),
    keeper: createRunKeeper(checkpoints, createRunLocks(navigator.locks), () => performance.now()),
  }),
);
