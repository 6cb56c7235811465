import type { Ratings } from '../src/core/ratings.ts';
import { resolve, sizeOf } from '../src/core/settings/defaults.ts';
import { seenIn } from '../src/core/split/seen.ts';
import { type LoadableSource, loadData } from '../src/data/load.ts';
import type { CreateTrainer } from '../src/engines/trainer.ts';
import { createMaterial } from '../src/lab/material.ts';
import { listUsersOf, prepareRun } from '../src/lab/prepare-run.ts';
import { initialWeights } from '../src/models/initial-weights.ts';
import { clearUnseenRows } from '../src/models/unseen-rows.ts';
import { readSettings } from '../src/state/address/settings-text.ts';
import type { EpochEnd } from '../src/training/reports.ts';
import { createRunControl } from '../src/training/run-control.ts';
import { train } from '../src/training/train.ts';
import { ndcgOf } from './list-quality.ts';

export { createSimdTrainer } from '../src/engines/simd/trainer.ts';

export async function loadRatings(source: LoadableSource): Promise<Ratings> {
  return (await loadData(source, () => {})).ratings;
}

/** Trains what an address describes, as the page would; returns NDCG@10, the validation error (and AUC) of each epoch, and seconds an epoch. */
export async function tryOut(ratings: Ratings, address: string, create: CreateTrainer): Promise<string> {
  const { overrides, problems } = readSettings(new Map(new URLSearchParams(address.replace(/^#/, ''))));
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  const configuration = resolve(overrides, sizeOf(ratings.count));
  const prepared = prepareRun(configuration, ratings, createMaterial(ratings, configuration));
  const {
    split,
    graph,
    lists,
    listTask,
    groups,
    target,
    train: examples,
    validation,
    trainerBatch: batchSize,
    moviesOf,
    popularAuc,
  } = prepared;
  const { loss, optimizer, momentum, clip, seed } = configuration;
  const weights = clearUnseenRows(graph, initialWeights(graph, seed), seenIn(ratings, split.train));
  const trainer = await create({
    graph,
    weights,
    examples,
    lists,
    listTask,
    groups,
    loss,
    optimizer,
    momentum,
    clip,
    batchSize,
    seed,
  });
  const units = { target, scale: ratings.scale };
  const plan = {
    ...configuration,
    units,
    history: [],
    trainer,
    train: examples,
    validation,
    moviesOf,
    listUsers: listUsersOf(prepared),
    control: createRunControl(),
  };
  const results: EpochEnd[] = [];
  for await (const report of train({ ...plan, yieldToMessages: async () => {}, now: () => performance.now() })) {
    if (report.kind === 'epoch') results.push(report);
  }
  const ndcg = await ndcgOf(ratings, split.train, split.validation, trainer.rank ?? trainer.score);
  trainer.dispose();
  const errors = results.map(({ validationError }) => validationError);
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0) / results.length;
  const best = errors.indexOf(Math.min(...errors));
  const course = errors.map((error) => error.toFixed(4)).join(' ');
  const auc = results.at(-1)?.validationAuc;
  const ranking =
    auc == null
      ? ''
      : `AUC ${results.map(({ validationAuc }) => validationAuc?.toFixed(4)).join(' ')} (by popularity ${popularAuc?.toFixed(4)}); `;
  return `NDCG@10 ${ndcg.toFixed(4)}; ${ranking}last ${errors.at(-1)?.toFixed(4)}, best ${errors[best]?.toFixed(4)} after ${best + 1}, ${seconds.toFixed(2)} s an epoch: ${course}`;
}
