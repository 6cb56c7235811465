import type { RunInfo } from '../core/kept-run.ts';
import { createShelf, type Shelf } from './shelf.ts';

export const checkpoints: Shelf<RunInfo> = createShelf<RunInfo>({
  getAll: (database) => database.getAll('checkpoints'),
  get: (database, id) => database.get('checkpoints', id),
  put: (database, record) => database.put('checkpoints', record),
  delete: (database, id) => database.delete('checkpoints', id),
});
