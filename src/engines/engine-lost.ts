import { LabError } from '../core/errors.ts';

/** Reads from a GPU may fail this long before the GPU says that it is gone. */
const GRACE_MILLISECONDS = 200;

/** Rejects with a LabError of code `engine-lost` as soon as the engine is gone, unless `done` aborts before; never resolves. */
export function whenLost(lost: AbortSignal, done: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const tell = (): void =>
      reject(new LabError('engine-lost', String(lost.reason), 'Train again. Another engine will be used.'));
    if (lost.aborted) tell();
    else lost.addEventListener('abort', tell, { once: true, signal: done });
  });
}

/**
 * What the engine's work comes to, or the rejection of `lost`, which is made by `whenLost`: what waits for a GPU that is gone
 * waits for ever, or fails for a reason that says nothing.
 */
export async function unlessLost<Result>(lost: Promise<never>, work: Promise<Result>): Promise<Result> {
  try {
    return await Promise.race([work, lost]);
  } catch (thrown) {
    if (!(thrown instanceof LabError)) {
      await Promise.race([new Promise((resolve) => setTimeout(resolve, GRACE_MILLISECONDS)), lost]);
    }
    throw thrown;
  }
}
