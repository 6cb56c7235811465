import { yieldToMessages } from '../core/clock.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import { type RateTrial, suggestRate, tryRates } from '../training/find-rate.ts';
import type { RunControl } from '../training/run-control.ts';
import type { RateSuggestion } from './protocol.ts';
import { createRun, type LabData } from './run.ts';

/** Tries rising learning rates on throw-away weights, as a run with this configuration would begin; `onTrial` hears in stars, or of scores. */
export async function findRate(
  data: LabData,
  configuration: Configuration,
  chosen: ChosenEngine,
  control: RunControl,
  onTrial: (trial: RateTrial) => void,
): Promise<RateSuggestion> {
  const { prepared, trainer } = await createRun(0, data, configuration, chosen, null);
  try {
    const { batchSize, seed, loss } = configuration;
    const { moviesOf, count } = prepared;
    const trials: RateTrial[] = [];
    for await (const { rate, error } of tryRates({ trainer, loss, moviesOf, count, batchSize, seed })) {
      const trial = { rate, error: error * prepared.target.scale };
      trials.push(trial);
      onTrial(trial);
      await yieldToMessages();
      if (control.stopped) break;
    }
    return { rate: suggestRate(trials) };
  } finally {
    if (!chosen.engine.lost.aborted) trainer.dispose();
  }
}
