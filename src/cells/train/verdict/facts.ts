import { bestEpoch, type MeasuredEpoch } from '../../../core/best-epoch.ts';
import type { Evaluation } from '../../../core/evaluate/evaluation.ts';
import { popularNdcg } from '../../../core/evaluate/popular-ndcg.ts';
import { verdictOf } from '../../../core/evaluate/verdict.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import { measureOf } from '../../../core/measure.ts';
import type { EpochReport, RunStart, RunSummary } from '../../../core/run-report.ts';
import { sizeOf } from '../../../core/settings/data-size.ts';
import { defaultsFor } from '../../../core/settings/defaults.ts';
import { epochInUse } from '../../../state/epochs.ts';

/** A run that is over, as the rules of the verdict look at it. */
export interface RunFacts {
  readonly start: VerdictStart;
  /** Where the settings start with this model on this data: what a proposal goes back to. */
  readonly defaults: Configuration;
  readonly epochs: readonly MeasuredEpoch<EpochReport>[];
  readonly last: MeasuredEpoch<EpochReport>;
  readonly best: MeasuredEpoch<EpochReport>;
  /** The epoch whose weights are in use. */
  readonly used: MeasuredEpoch<EpochReport>;
  /** Whether its errors are in stars. */
  readonly isOfStars: boolean;
  /** How its lists compare with the most popular movies; null where that is not known. */
  readonly lists: ListsKnown | null;
  /** Its error and that of item neighbours on the same ratings, by the Evaluate cell; null where it has not measured them. */
  readonly neighbours: NeighboursKnown | null;
}

export type VerdictStart = Pick<
  RunStart,
  'configuration' | 'baselines' | 'popularAuc' | 'listSample' | 'trainRatings' | 'validationRatings'
> & { readonly data: Pick<RunStart['data'], 'ratings'> };

export interface ListsKnown {
  readonly ndcg: number;
  readonly popular: number;
  readonly stand: 'better' | 'worse' | 'alike';
}

export interface NeighboursKnown {
  readonly own: number;
  readonly theirs: number;
  readonly ratings: number;
}

/** Null before the first epoch, and where nothing is held out: then nothing can be said. `evaluation`: of this run, where there is one. */
export function factsOf(
  start: VerdictStart,
  epochs: readonly EpochReport[],
  summary: Pick<RunSummary, 'taken'> | null,
  evaluation: Evaluation | null,
): RunFacts | null {
  const measured = epochs.filter((epoch): epoch is MeasuredEpoch<EpochReport> => epoch.validationError !== null);
  const [last, best, used] = [measured.at(-1), bestEpoch(measured), epochInUse(measured, summary)];
  if (!last || !best || !used) return null;
  const { configuration, data } = start;
  return {
    start,
    defaults: defaultsFor(configuration, sizeOf(data.ratings)),
    epochs: measured,
    last,
    best,
    used: used as MeasuredEpoch<EpochReport>,
    isOfStars: measureOf(configuration).unit !== '',
    lists: (evaluation && listsOf(evaluation)) ?? sampledLists(start, last),
    neighbours: evaluation && neighboursOf(evaluation),
  };
}

function listsOf(evaluation: Evaluation): ListsKnown | null {
  const [ndcg, popular, stand] = [evaluation.own.lists?.ndcg?.value, popularNdcg(evaluation), verdictOf(evaluation)];
  if (ndcg === undefined || popular === null) return null;
  return stand === 'better' || stand === 'worse' || stand === 'alike' ? { ndcg, popular, stand } : null;
}

function neighboursOf({ own, baselines, heldOut }: Evaluation): NeighboursKnown | null {
  const measured = baselines.find(({ model }) => model === 'neighbours');
  const theirs = measured?.problem === null ? measured.stars?.rmse?.value : undefined;
  const mine = own.stars?.rmse?.value;
  return theirs === undefined || mine === undefined ? null : { own: mine, theirs, ratings: heldOut };
}

/**
 * Two standard errors of the mean difference in NDCG@10 between a model and the most popular movies, times √users: that of one user deviates
 * by 0.18 to 0.22 (measured, see docs/verdict.md).
 */
const LIST_MARGIN = 0.5;

/** By the few users whose lists are judged after every epoch: the difference has to be beyond chance. */
function sampledLists({ listSample }: VerdictStart, { sampleNdcg }: EpochReport): ListsKnown | null {
  if (!listSample || sampleNdcg === undefined) return null;
  const { users, popular } = listSample;
  const ahead = sampleNdcg - popular;
  if (Math.abs(ahead) < LIST_MARGIN / Math.sqrt(users)) return null;
  return { ndcg: sampleNdcg, popular, stand: ahead > 0 ? 'better' : 'worse' };
}
