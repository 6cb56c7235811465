import type { DataSetInfo } from '../core/kept-files.ts';
import { type BlobStore, createBlobStore } from './blob-store.ts';

export const dataSets: BlobStore<DataSetInfo> = createBlobStore<DataSetInfo>({
  getAll: (database) => database.getAll('data-sets'),
  get: (database, id) => database.get('data-sets', id),
  put: (database, record) => database.put('data-sets', record),
  delete: (database, id) => database.delete('data-sets', id),
});
