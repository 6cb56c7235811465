import { measureProgress, nothingDone } from './progress.ts';
import type { ProgressReport } from './reports.ts';
import { type Epoch, type Run, rateAt } from './run.ts';

/**
 * The least between two reports of progress. The page draws every one, and drawing more often would take the processor from the
 * training. An epoch that is shorter may report its end alone.
 */
const REPORT_MILLISECONDS = 200;
/** A run that has gone on for long may change less often: between two reports goes this share of its time, up to a second. */
const SHARE_BETWEEN = 1 / 50;
const MOST_MILLISECONDS = 1000;

/** Takes the steps of an epoch, a slice after another; may halt before the first. Returns early where the control has stopped the run. */
export async function* takeSteps(run: Run, epoch: Epoch): AsyncGenerator<ProgressReport, void> {
  const { plan, stepsPerEpoch } = run;
  const { control } = plan;
  if (control.mustHalt('start')) yield* halt(run, epoch, 0);
  for (let done = 0; done < stepsPerEpoch && !control.stopped; ) {
    done = takeSlice(run, epoch, done);
    const report = await measureProgress(run, epoch, done, false);
    run.slice.end();
    if (isDue(run, report)) yield report;
    await plan.yieldToMessages();
    // At the end of an epoch the run halts after its validation.
    if (done < stepsPerEpoch && control.mustHalt('batch')) yield* halt(run, epoch, done);
  }
}

/** Stands still until the control lets the run go on, after a report that says so. */
export async function* halt(run: Run, epoch: Epoch, step: number): AsyncGenerator<ProgressReport, void> {
  yield step === 0 ? nothingDone(run, epoch) : await measureProgress(run, epoch, step, true);
  await run.watch.pauseWhile(run.plan.control.halt());
}

/** Takes steps until the slice is full, the epoch is over or the run must halt; returns how many of the epoch are done. */
function takeSlice(run: Run, epoch: Epoch, done: number): number {
  const { plan, stepsPerEpoch, slice, tuning } = run;
  const start = plan.now();
  slice.begin();
  for (let step = done + 1; ; step++) {
    plan.trainer.step(step - 1, rateAt(run, epoch, step));
    const isFull = slice.step();
    if (!isFull && step < stepsPerEpoch && !plan.control.mustHalt('batch')) continue;
    tuning?.note(step - done, plan.now() - start);
    return step;
  }
}

/** Whether to report now; notes the time where it is so. The last step of a run is always reported. */
function isDue(run: Run, { epoch, step }: ProgressReport): boolean {
  const now = run.plan.now();
  const isLast = epoch === run.plan.epochs && step === run.stepsPerEpoch;
  const between = Math.min(MOST_MILLISECONDS, Math.max(REPORT_MILLISECONDS, 1000 * SHARE_BETWEEN * run.watch.seconds()));
  if (!isLast && now - run.reportedAt < between) return false;
  run.reportedAt = now;
  return true;
}
