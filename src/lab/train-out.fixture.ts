import type { Configuration } from '../core/hyperparameters.ts';
import type { Ratings } from '../core/ratings.ts';
import type { RunStart } from '../core/run-report.ts';
import { seenIn } from '../core/split/seen.ts';
import type { CreateTrainer } from '../engines/trainer.ts';
import { initialWeights } from '../models/initial-weights.ts';
import { clearUnseenRows } from '../models/unseen-rows.ts';
import type { EpochEnd } from '../training/reports.ts';
import { createRunControl } from '../training/run-control.ts';
import { train } from '../training/train.ts';
import { createMaterial } from './material.ts';
import { listUsersOf, prepareRun } from './prepare-run.ts';

export interface TrainedOut {
  readonly epochs: readonly EpochEnd[];
  readonly baselines: RunStart['baselines'];
}

/** Trains a network to its end on an engine, without a lab. */
export async function trainOut(ratings: Ratings, configuration: Configuration, create: CreateTrainer): Promise<TrainedOut> {
  const prepared = prepareRun(configuration, ratings, createMaterial(ratings, configuration));
  const { split, graph, lists, listTask, groups, target, count, stars, validation, trainerBatch, moviesOf } = prepared;
  const { loss, optimizer, momentum, biasRate, clip, seed } = configuration;
  const weights = clearUnseenRows(graph, initialWeights(graph, seed), seenIn(ratings, split.train));
  const options = {
    loss,
    optimizer,
    momentum,
    biasRate,
    clip,
    graph,
    weights,
    examples: prepared.train(),
    lists,
    listTask,
    groups,
  };
  const trainer = await create({ ...options, batchSize: trainerBatch, seed });
  const epochs: EpochEnd[] = [];
  const reports = train({
    ...configuration,
    units: { target, scale: ratings.scale },
    history: [],
    trainer,
    count,
    stars,
    validation,
    moviesOf,
    listUsers: listUsersOf(prepared),
    control: createRunControl(),
    yieldToMessages: async () => {},
    now: () => performance.now(),
  });
  for await (const report of reports) if (report.kind === 'epoch') epochs.push(report);
  trainer.dispose();
  return { epochs, baselines: prepared.baselines };
}
