import { defaultThreshold } from '../../../../core/evaluate/relevance.ts';
import { NO_FEATURES } from '../../../../core/features.ts';
import type { Configuration } from '../../../../core/hyperparameters.ts';
import { sweepsOf } from '../../../../core/jobs/job-configuration.ts';
import { likedFrom } from '../../../../core/preferences.ts';
import type { RatingScale } from '../../../../core/rating-scale.ts';
import type { Ratings } from '../../../../core/ratings.ts';
import type { StarsSummary, Target } from '../../../../core/target.ts';
import { buildNetwork } from '../../../../models/build-network.ts';
import type { Graph } from '../../../../models/graph.ts';

/** What `job.json` says, beside the ratings all that a job goes by. */
export interface JobDescription {
  /** What the weights file says of itself (docs/weights-file.md). */
  readonly model: {
    readonly configuration: Configuration;
    readonly target: Target;
    readonly graph: Graph;
    readonly data: { readonly name: string; readonly sha256: string | null };
  };
  readonly scale: RatingScale;
  /** Whether ids are numbers or texts. */
  readonly ids: { readonly user: 'number' | 'text'; readonly movie: 'number' | 'text' };
  /** From how many stars on a rating tells a liking, and a held-out movie belongs on a list. */
  readonly likedFrom: number;
  readonly relevantFrom: number;
  /** Places of a list that is measured. */
  readonly k: number;
  /** Sweeps of ALS over users and movies. */
  readonly iterations: number;
}

/** Of a job's configuration. `stars` of the training part. */
export function describeJob(
  configuration: Configuration,
  data: { readonly name: string; readonly sha256: string | null },
  ratings: Pick<Ratings, 'userIds' | 'movieIds' | 'scale'>,
  stars: StarsSummary,
): JobDescription {
  const { userIds, movieIds, scale } = ratings;
  const size = { users: userIds.size, movies: movieIds.size, scale, stars, features: NO_FEATURES };
  return {
    model: { configuration, ...buildNetwork(configuration, size), data: { name: data.name, sha256: data.sha256 } },
    scale,
    ids: { user: userIds.kind, movie: movieIds.kind },
    likedFrom: likedFrom(scale),
    relevantFrom: defaultThreshold(scale),
    k: 10,
    iterations: sweepsOf(configuration),
  };
}
