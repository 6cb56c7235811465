import type { LabErrorData } from './errors.ts';

/** What a cell's last run did. Whether its result is stale is derived, never stored. */
export type CellRun =
  | { readonly phase: 'ready' }
  | { readonly phase: 'running' }
  | { readonly phase: 'paused' }
  | { readonly phase: 'done' }
  | { readonly phase: 'failed'; readonly error: LabErrorData };

export type CellEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'fail'; readonly error: LabErrorData }
  /** The failure is put away: what was there before is there still. */
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'reset' };

/** What the page shows of a cell. */
export type CellStatus = CellRun['phase'] | 'stale' | 'asking';

export const READY: CellRun = { phase: 'ready' };

/** The one place where a cell's phase changes. An event that does not fit the phase leaves it as it is. */
export function transition(run: CellRun, event: CellEvent): CellRun {
  switch (event.kind) {
    case 'start':
      return { phase: 'running' };
    case 'pause':
      return run.phase === 'running' ? { phase: 'paused' } : run;
    case 'resume':
      return run.phase === 'paused' ? { phase: 'running' } : run;
    case 'finish':
      return isBusy(run) ? { phase: 'done' } : run;
    case 'fail':
      return isBusy(run) ? { phase: 'failed', error: event.error } : run;
    case 'dismiss':
      return run.phase === 'failed' ? { phase: 'done' } : run;
    case 'reset':
      return READY;
  }
}

export const isBusy = (run: CellRun): boolean => run.phase === 'running' || run.phase === 'paused';

/** A finished result for which something above has changed is stale. */
export function statusOf(run: CellRun, staleBecause: string | null): CellStatus {
  return run.phase === 'done' && staleBecause !== null ? 'stale' : run.phase;
}
