import { parentPort, workerData } from 'node:worker_threads';
import { runThread } from '../src/engines/simd/threads/run-thread.ts';

runThread(workerData, () => parentPort?.postMessage('ready'));
