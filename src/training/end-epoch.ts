import { type HeldOutErrors, measureErrors, readPredictions, UNMEASURED } from './errors.ts';
import { likedAmong, measureList } from './list-error.ts';
import type { TrainingPlan } from './plan.ts';
import { rankPairs } from './rank-pairs.ts';
import type { EpochEnd } from './reports.ts';
import { type Epoch, type Run, rateAt, trainErrorOf } from './run.ts';

/** Measures an epoch whose steps are all taken, on the validation examples too, and adds it to the history. Throws where it diverges. */
export async function endEpoch(run: Run, epoch: Epoch): Promise<EpochEnd> {
  const { plan, history, divergence, stepsPerEpoch } = run;
  const steps = epoch.stepsBefore + stepsPerEpoch;
  const trainError = trainErrorOf(plan, epoch.loss);
  const errorsBefore = history.map((before) => before.trainError);
  divergence.checkEpoch(trainError, errorsBefore, steps);
  const errors = await measure(plan, run.truths, (predictions) => divergence.checkPredictions(predictions, steps));
  const end: EpochEnd = {
    kind: 'epoch',
    epoch: epoch.number,
    trainError,
    ...errors,
    ...(await measureSample(plan, run.truths)),
    sampleNdcg: await judgeLists(plan),
    learningRate: rateAt(run, epoch, stepsPerEpoch),
    seconds: run.watch.seconds() - epoch.startedAt,
  };
  history.push(end);
  return end;
}

/** Of a sampler: the error of its last sample alone, beside that of the mean. */
async function measureSample(
  { trainer, validation, loss, units }: TrainingPlan,
  truths: Float32Array,
): Promise<Pick<EpochEnd, 'sampleError'>> {
  if (!trainer.predictSample || validation.targets.length === 0) return {};
  const z = await trainer.predictSample(validation.users, validation.movies);
  return { sampleError: measureErrors(loss, readPredictions(loss, z, units), truths).validationError };
}

async function judgeLists({ lists, trainer }: Run['plan']): Promise<number | undefined> {
  if (!lists) return undefined;
  const judging = lists.judge();
  let next = judging.next();
  while (!next.done) {
    const { users, movies, when } = next.value;
    next = judging.next(await (trainer.rank ? rankPairs(trainer.rank, users, movies) : trainer.predict(users, movies, when)));
  }
  return next.value;
}

async function measure(
  { trainer, validation, loss, units, listWeight }: TrainingPlan,
  truths: Float32Array,
  check: (predictions: Float32Array) => void,
): Promise<HeldOutErrors | typeof UNMEASURED> {
  if (validation.targets.length === 0) return UNMEASURED;
  if (listWeight === 1 && trainer.rank) return await measureList(trainer.rank, validation, likedAmong(truths, units.scale));
  const z = await trainer.predict(validation.users, validation.movies, validation.when);
  check(z);
  return measureErrors(loss, readPredictions(loss, z, units), truths);
}
