import { yieldToMessages } from '../../../core/clock.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import type { Bench } from '../../../lab/bench.ts';
import { refuseBaseline } from '../../../lab/expect-network.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import { materialOf } from '../../../lab/material.ts';
import { createNetworkRun } from '../../../lab/network-run.ts';
import { listUsersOf, prepareRun } from '../../../lab/prepare-run.ts';
import type { CallContext, HandlersOf } from '../../../lab/wire.ts';
import { workloadOf } from '../../../lab/workload.ts';
import { suggestRate, tryRates } from '../../../training/find-rate.ts';
import type { RateFinderCalls, RateSuggestion, RateTrial } from './contract.ts';

export function handlers(bench: Bench): HandlersOf<RateFinderCalls> {
  return {
    async find({ configuration }, context) {
      refuseBaseline(configuration);
      const data = bench.data.at('train on');
      return await bench.exclusive.train(() => findRate(bench, data, configuration, context));
    },
  };
}

/** Trains as a run with this configuration would begin; reports in stars, or of scores. */
async function findRate(
  { engines, material }: Bench,
  data: LabData,
  configuration: Configuration,
  { report, signal }: CallContext<RateTrial>,
): Promise<RateSuggestion> {
  const chosen = await engines.choose(configuration.engine, workloadOf(data, configuration));
  const prepared = prepareRun(configuration, data.ratings, materialOf(material, data.ratings, configuration));
  const { trainer, model } = await createNetworkRun({ runId: 'learning rates', number: 0, data, prepared, chosen }, null);
  try {
    const { batchSize, seed, loss, listWeight, negatives } = configuration;
    const { moviesOf, count } = prepared;
    const listUsers = listUsersOf(prepared);
    const trials: RateTrial[] = [];
    for await (const { rate, error } of tryRates({
      trainer,
      loss,
      moviesOf,
      listUsers,
      listWeight,
      negatives,
      count,
      batchSize,
      seed,
    })) {
      const trial = { rate, error: listWeight === 1 ? error : error * prepared.target.scale };
      trials.push(trial);
      report(trial);
      await yieldToMessages();
      if (signal.aborted) break;
    }
    return { rate: suggestRate(trials) };
  } finally {
    model.predictor.dispose();
  }
}
