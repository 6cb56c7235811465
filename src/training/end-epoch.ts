import { measureErrors, readPredictions } from './errors.ts';
import type { EpochEnd } from './reports.ts';
import { type Epoch, type Run, rateAt, trainErrorOf } from './run.ts';

/** Measures an epoch whose steps are all taken, on the validation examples too, and adds it to the history. Throws where it diverges. */
export async function endEpoch(run: Run, epoch: Epoch): Promise<EpochEnd> {
  const { plan, history, divergence, stepsPerEpoch } = run;
  const { trainer, validation, loss, units } = plan;
  const steps = epoch.stepsBefore + stepsPerEpoch;
  const trainError = trainErrorOf(plan, epoch.loss);
  const errorsBefore = history.map((before) => before.trainError);
  divergence.checkEpoch(trainError, errorsBefore, steps);
  const z = await trainer.predict(validation.users, validation.movies, validation.when);
  divergence.checkPredictions(z, steps);
  const end: EpochEnd = {
    kind: 'epoch',
    epoch: epoch.number,
    trainError,
    ...measureErrors(loss, readPredictions(loss, z, units), run.truths),
    sampleNdcg: await judgeLists(plan),
    learningRate: rateAt(run, epoch, stepsPerEpoch),
    seconds: run.watch.seconds() - epoch.startedAt,
  };
  history.push(end);
  return end;
}

async function judgeLists({ lists, trainer }: Run['plan']): Promise<number | undefined> {
  if (!lists) return undefined;
  const { users, movies, when } = lists.pairs;
  return lists.ndcg(await trainer.predict(users, movies, when));
}
