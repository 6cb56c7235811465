import { readFile } from 'node:fs/promises';
import type { DataSummary } from '../../core/data-summary.ts';
import type { Overrides } from '../../core/hyperparameters.ts';
import { movieStatistics } from '../../core/movie-statistics.ts';
import type { Ratings } from '../../core/ratings.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { finish } from '../../core/slices.ts';
import { createPhases } from '../../data/phases.ts';
import { openRatings } from '../../data/rating-files.ts';
import { readRatingFiles } from '../../data/read-rating-files.ts';
import type { ChosenEngine } from '../../engines/engine.ts';
import type { CreateTrainer } from '../../engines/trainer.ts';
import { createMaterial } from '../../lab/material.ts';
import type { NetworkRun } from '../../lab/model.ts';
import { createNetworkRun, trainNetwork } from '../../lab/network-run.ts';
import { prepareRun } from '../../lab/prepare-run.ts';
import { createRunControl } from '../../training/run-control.ts';

const ZIP = new URL('../../../public/data/ml-latest-small.zip', import.meta.url);

export async function bundledRatings(): Promise<Ratings> {
  const files = await openRatings(new File([await readFile(ZIP)], 'ml.zip'), { what: 'It', remedy: '' }, {}, () => {});
  return (
    await readRatingFiles(
      files,
      {},
      createPhases(() => {}, new AbortController().signal),
    )
  ).ratings;
}

/** Trains a network to its end. */
export async function trainOn(ratings: Ratings, overrides: Overrides, create: CreateTrainer): Promise<NetworkRun> {
  const configuration = resolve(overrides);
  const engine = { lost: new AbortController().signal, create };
  const run = await createNetworkRun(
    {
      runId: 'one' as NetworkRun['runId'],
      number: 1,
      data: { ratings, statistics: finish(movieStatistics(ratings)), summary: {} as DataSummary },
      prepared: prepareRun(configuration, ratings, createMaterial(ratings, configuration)),
      chosen: { engine } as unknown as ChosenEngine,
    },
    null,
  );
  const nothing = { onUsable: () => undefined, onCheckpoint: () => undefined };
  const events = trainNetwork(run, createRunControl(), nothing);
  while (!(await events.next()).done);
  return run;
}
