import type { NetworkRun } from '../../../../lab/model.ts';
import { gramianOf } from '../../../../models/fold/scores-terms.ts';
import type { MovieShares } from '../../../../models/fold/step.ts';
import type { Weights } from '../../../../models/graph.ts';
import { LIST_PARAMETERS } from '../../../../models/list-head.ts';
import { type SampledPrior, sampledPrior } from './sampled-prior.ts';

/** A network's weights as they are, and what is made of them once. */
export interface FixedWeights {
  readonly weights: Weights;
  /** The movies' factors times the gain of the list, (movies, width); undefined where there is no list. */
  readonly features: Float32Array | undefined;
  /** With the lists of the run. */
  readonly shares: MovieShares;
  /** What a sampler has found users to be like; null of any other trainer. */
  readonly prior: SampledPrior | null;
  /** Of the movies' factors; made when it is first asked for. */
  gramian(): Float64Array;
}

let last: { readonly run: NetworkRun; readonly version: number; readonly fixed: FixedWeights } | null = null;

/** Read anew after each step of a training. */
export async function fixedWeights(run: NetworkRun): Promise<FixedWeights> {
  const { version } = run.trainer;
  if (last?.run !== run || last.version !== version) last = { run, version, fixed: await fix(run) };
  return last.fixed;
}

async function fix({ trainer, data, prepared: { graph, lists } }: NetworkRun): Promise<FixedWeights> {
  const state = trainer.predictSample ? await trainer.readState() : null;
  const weights = state?.weights ?? (await trainer.readWeights());
  const prior = state && sampledPrior(graph, lists, state);
  const movies = data.ratings.movieIds.size;
  const gain = weights[LIST_PARAMETERS.gain];
  const factors = weights[LIST_PARAMETERS.movies] as Float32Array;
  let gramian: Float64Array | null = null;
  return {
    weights,
    prior,
    shares: new Map(),
    features: gain && factors.map((value, at) => value * (gain[at % gain.length] as number)),
    gramian() {
      gramian ??= gramianOf(factors, factors.length / movies);
      return gramian;
    },
  };
}
