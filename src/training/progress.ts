import { secondsOf } from './ending.ts';
import type { ProgressReport } from './reports.ts';
import { type Epoch, measuredOf, type Run, trainErrorOf } from './run.ts';

/** Where a run halts before an epoch's first step. */
export const nothingDone = ({ stepsPerEpoch }: Run, { number }: Epoch): ProgressReport => ({
  kind: 'progress',
  epoch: number,
  step: 0,
  stepsPerEpoch,
  trainError: null,
  ratingsPerSecond: null,
  secondsLeft: null,
  paused: true,
});

/** Takes the loss of the steps since the last call, and says how far the run is after an epoch's step. Throws where it diverges. */
export async function measureProgress(run: Run, epoch: Epoch, step: number, paused: boolean): Promise<ProgressReport> {
  const { plan, stepsPerEpoch } = run;
  await takeLoss(run, epoch, step);
  const trainError = trainErrorOf(plan, epoch.loss);
  return { kind: 'progress', epoch: epoch.number, step, stepsPerEpoch, trainError, ...measurePace(run, epoch, step), paused };
}

async function takeLoss({ plan, divergence, checkList }: Run, { loss, stepsBefore }: Epoch, step: number): Promise<void> {
  const all = await plan.trainer.takeLoss();
  const taken = measuredOf(plan, all);
  loss.total += taken.total;
  loss.examples += taken.examples;
  if (taken.examples > 0) divergence.checkSteps(trainErrorOf(plan, taken), stepsBefore + step);
  if (all.list && all.list.examples > 0) checkList(all.list.total / all.list.examples, stepsBefore + step);
}

type Pace = Pick<ProgressReport, 'ratingsPerSecond' | 'secondsLeft'>;

function measurePace(run: Run, epoch: Epoch, step: number): Pace {
  const { plan, pace, stepsPerEpoch } = run;
  const { count } = plan;
  const perStep = plan.trainer.stepsPerEpoch ? count / stepsPerEpoch : plan.batchSize;
  const seen = (epoch.number - 1) * count + Math.min(step * perStep, count);
  pace.note(seen);
  const ratingsPerSecond = pace.perSecond();
  const toSee = count * plan.epochs - seen;
  const workLeft = ratingsPerSecond && Math.min(toSee / ratingsPerSecond, budgetLeft(run, epoch));
  const leastLeft = plan.control.secondsPerEpoch * (plan.epochs - epoch.number);
  return { ratingsPerSecond, secondsLeft: leastLeft === 0 ? workLeft : Math.max(workLeft ?? 0, leastLeft) };
}

/** Seconds until the budget is used up; infinite without one. */
function budgetLeft({ plan, history, watch }: Run, { startedAt }: Epoch): number {
  const { timeBudget } = plan;
  return timeBudget > 0 ? Math.max(0, timeBudget - secondsOf(history) - (watch.seconds() - startedAt)) : Number.POSITIVE_INFINITY;
}
