import { LabError } from '../core/errors.ts';

/** Rejects with a LabError of code `engine-lost` as soon as the engine is gone; never resolves. */
export function whenLost(lost: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const tell = (): void =>
      reject(new LabError('engine-lost', String(lost.reason), 'Train again; another engine will be taken.'));
    if (lost.aborted) tell();
    else lost.addEventListener('abort', tell, { once: true });
  });
}
