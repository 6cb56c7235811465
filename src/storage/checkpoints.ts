import type { CheckpointInfo } from './kept.ts';
import { createShelf, type Shelf } from './shelf.ts';

export const checkpoints: Shelf<CheckpointInfo> = createShelf<CheckpointInfo>({
  getAll: (database) => database.getAll('checkpoints'),
  get: (database, id) => database.get('checkpoints', id),
  put: (database, record) => database.put('checkpoints', record),
  delete: (database, id) => database.delete('checkpoints', id),
});
