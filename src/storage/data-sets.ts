import type { DataSetInfo } from '../core/kept-files.ts';
import { createBlobStore } from './blob-store.ts';
import { DATA_SETS } from './stores.ts';

export const dataSets = createBlobStore<DataSetInfo>(DATA_SETS);
