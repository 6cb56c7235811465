import type { Engine } from './engine.ts';
import { startSimd } from './simd/start.ts';

/** Our own engine for a worker that trains beside others: on that worker's thread alone. */
export const startOneThread = (): Promise<Engine> => startSimd(1);
