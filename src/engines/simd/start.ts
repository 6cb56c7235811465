import { askForHelper } from '../../core/ask-for-helper.ts';
import type { Engine } from '../engine.ts';
import { moduleName, type SimdHost } from './host.ts';
import { loadSimdModule } from './modules.ts';
import { watchThreads } from './threads/watch-threads.ts';
import { createWorkerPool } from './threads/worker-pool.ts';
import { createSimdTrainer } from './trainer.ts';

/** More threads would wait for each other longer than they work, at the usual batch sizes. */
const MOST_THREADS = 4;

/** One for all engines that are started here: an engine is started anew for each run. */
const pool = createWorkerPool(() => askForHelper('simd-thread'));

/** Where a thread has failed in its work, engines that are started later do without. */
let threadsFailed = false;

/** A browser may report more cores than there are. */
const mostThreads = (): number => (crossOriginIsolated ? Math.min(MOST_THREADS, navigator.hardwareConcurrency) : 1);

/** Fetches and starts what the first trainer will need. Rejects where it does not arrive. */
export async function makeReady(): Promise<void> {
  pool.fill(mostThreads() - 1);
  await loadSimdModule(moduleName(mostThreads()));
}

/**
 * Makes the engine ready to train in this worker. Throws an Error where its code cannot be fetched or compiled.
 *
 * @param most threads that are started for a trainer
 * @param used with how many of them a trainer begins
 */
export async function startSimd(most = mostThreads(), used = most): Promise<Engine> {
  let threads = threadsFailed ? 1 : most;
  const host: SimdHost = {
    get threads() {
      return threads;
    },
    loadModule: loadSimdModule,
    startThread: (task) => pool.start(task),
    onFallback() {
      threads = 1;
    },
  };
  const lost = new AbortController();
  const onFailure = (because: string): void => {
    threadsFailed = true;
    lost.abort(because);
  };
  await host.loadModule(moduleName(threads));
  return {
    name: 'simd',
    get label() {
      return `WebAssembly SIMD, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
    },
    lost: lost.signal,
    async create(options) {
      const trainer = await createSimdTrainer(options, host);
      trainer.threads.use(used);
      return watchThreads(trainer, onFailure);
    },
    tensors: () => 0,
  };
}
