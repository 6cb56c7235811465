import type { RunInfo } from '../core/kept-run.ts';
import { createBlobStore } from './blob-store.ts';
import { RUNS } from './stores.ts';

export const runs = createBlobStore<RunInfo>(RUNS);
