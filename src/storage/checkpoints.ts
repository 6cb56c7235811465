import type { RunInfo } from '../core/kept-run.ts';
import { type BlobStore, createBlobStore } from './blob-store.ts';

export const checkpoints: BlobStore<RunInfo> = createBlobStore<RunInfo>({
  getAll: (database) => database.getAll('checkpoints'),
  get: (database, id) => database.get('checkpoints', id),
  put: (database, record) => database.put('checkpoints', record),
  delete: (database, id) => database.delete('checkpoints', id),
});
