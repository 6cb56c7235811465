import type { Configuration } from '../core/hyperparameters.ts';
import type { Workload } from '../engines/time-steps.ts';
import type { LabData } from './loaded-data.ts';

/** The work of training a configuration on a data set. */
export const workloadOf = ({ ratings, summary }: LabData, configuration: Configuration): Workload => ({
  configuration,
  users: ratings.userIds.size,
  movies: ratings.movieIds.size,
  rated: ratings,
  features: summary.features,
});
