import type { RunEvent } from '../../../../core/run-report.ts';
import { createRunShare } from '../../../../core/run-share.ts';
import type { Bench } from '../../../../lab/bench.ts';
import { trainAside } from '../../../../lab/train-aside.ts';
import type { CallContext } from '../../../../lab/wire.ts';
import type { RepeatProgress, RepeatRequest } from '../contract.ts';
import { plannedRuns } from './planned-runs.ts';

type Context = Pick<CallContext<RepeatProgress>, 'report' | 'signal'>;

/** Before so much is done nothing is said of the time that is left. */
const ENOUGH_TO_TELL = 0.03;

/** Trains one run after the other. `aside` is a bench for runs in the background. Throws a LabError `cancelled` when aborted. */
export async function repeatRuns(aside: Bench, request: RepeatRequest, { report, signal }: Context): Promise<void> {
  const { count: of, group: id } = request;
  const startedAt = performance.now();
  let done = 0;

  function follow(ofRun: number, ended: RepeatProgress['ended']): void {
    const share = (done + ofRun) / of;
    const seconds = (performance.now() - startedAt) / 1000;
    report({ done, of, share, secondsLeft: share < ENOUGH_TO_TELL ? null : (seconds * (1 - share)) / share, ended });
  }

  for (const { bench, configuration, fold } of plannedRuns(aside, request)) {
    const shareOf = createRunShare();
    const onEvent = (event: RunEvent): void => follow(shareOf(event), null);
    const record = await trainAside(bench, configuration, { origin: 'repeat', group: { id, place: done } }, { signal, onEvent });
    done++;
    follow(0, fold ? { ...record, fold } : record);
  }
}
