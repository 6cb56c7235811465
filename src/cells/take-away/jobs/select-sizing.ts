import type { DataSummary } from '../../../core/data-summary.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import { JOB_KINDS, jobSpeed, missingJob } from '../../../core/jobs/job-configuration.ts';
import { type Sizing, sizeUp } from '../../../core/jobs/sizing.ts';
import { paceOf } from '../../../core/run-pace.ts';
import { type Graph, parameterCount } from '../../../models/graph.ts';
import type { TrainingState } from '../../train/contract.ts';

/** Numbers that an optimizer keeps for each trained one. */
const MOMENTS: Readonly<Record<string, number>> = { adam: 2, 'lazy-adam': 2, adagrad: 1 };

/** Whether the tab is enough for the settings on the data that is loaded, from what the last run took here. */
export function sizingOf(
  { ratings }: Pick<DataSummary, 'ratings'>,
  graph: Graph,
  configuration: Configuration,
  training: Pick<TrainingState, 'start' | 'epochs'>,
): Sizing {
  const { epochs, optimizer, momentum, loss } = configuration;
  const kind = JOB_KINDS.find((kind) => missingJob(kind, configuration) === null);
  const moments = MOMENTS[optimizer] ?? (optimizer === 'sgd' && momentum > 0 ? 1 : 0);
  return sizeUp({
    ratings,
    parameters: parameterCount(graph),
    moments: loss === 'implicit' ? 0 : moments,
    epochs,
    ratingsPerSecond: speedOf(training),
    job: kind ? jobSpeed(kind, configuration) : null,
  });
}

/** Ratings a second, as the Train cell shows them; null before there is an epoch. */
const speedOf = ({ start, epochs }: Pick<TrainingState, 'start' | 'epochs'>): number | null =>
  (start && paceOf(epochs, start)) || null;
