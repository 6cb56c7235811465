import type { RunOutcome } from '../core/run.ts';
import { endEpoch } from './end-epoch.ts';
import { endingOf } from './ending.ts';
import { halt, takeSteps } from './epoch-steps.ts';
import type { TrainingPlan } from './plan.ts';
import type { TrainingReport } from './reports.ts';
import { beginEpoch, startRun } from './run.ts';

/**
 * Trains epoch by epoch; the next piece of work is done when the next report is asked for. Ends early when the control stops it, or by a
 * rule of the plan. Throws a LabError of code `diverged`, with the step, when the loss is no longer a number or out of all bounds.
 */
export async function* train(plan: TrainingPlan): AsyncGenerator<TrainingReport, RunOutcome> {
  const { control } = plan;
  const run = startRun(plan);
  for (;;) {
    const ending = endingOf(run.history, plan);
    if (ending) return ending;
    const epoch = beginEpoch(run);
    yield* takeSteps(run, epoch);
    if (control.stopped) return 'stopped';
    const end = await endEpoch(run, epoch);
    yield end;
    await plan.yieldToMessages();
    if (endingOf(run.history, plan)) continue;
    await run.watch.pauseWhile(control.rest(end.seconds));
    if (control.mustHalt('epoch')) yield* halt(run, epoch, run.stepsPerEpoch);
    if (control.stopped) return 'stopped';
  }
}
