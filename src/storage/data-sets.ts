import type { DataSetInfo } from '../core/kept.ts';
import { createShelf, type Shelf } from './shelf.ts';

export const dataSets: Shelf<DataSetInfo> = createShelf<DataSetInfo>({
  getAll: (database) => database.getAll('data-sets'),
  get: (database, id) => database.get('data-sets', id),
  put: (database, record) => database.put('data-sets', record),
  delete: (database, id) => database.delete('data-sets', id),
});
