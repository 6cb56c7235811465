import type { Overrides } from './hyperparameters.ts';
import type { DataSize } from './settings/data-size.ts';

/** A configuration to start from, as the overrides that lead to it. The split, the seed and the engine stay as they are. */
export interface Preset {
  readonly label: string;
  /** One line: what it is good for. */
  readonly help: string;
  readonly overrides: Overrides;
  /** The sizes of data that it is for; all where absent. */
  readonly sizes?: readonly DataSize[];
}

const EVERYTHING_KNOWN = { ratedSet: true, genres: true, releaseYear: true, ratingTime: true, userDrift: true } as const;

export const PRESETS: readonly Preset[] = [
  {
    label: 'Default',
    help: 'Stars and list from the same factors: what a user would choose, with predicted stars. Takes seconds.',
    overrides: {},
  },
  {
    label: 'Best list',
    help: 'iALS over all pairs of a user and a movie: the best lists, no predicted stars.',
    overrides: { loss: 'implicit' },
  },
  {
    label: 'Best error',
    help: 'Stars only, by gradient steps, with all features of movies, users and times: the lowest error on small data.',
    overrides: { listWeight: 0, ...EVERYTHING_KNOWN },
  },
  {
    label: 'Lowest error',
    help: 'Stars only, as the mean of many plausible models (Gibbs sampling): the lowest error on large data, with an interval for each prediction.',
    overrides: { optimizer: 'gibbs', listWeight: 0, ratedSet: true, ratedBy: true },
  },
  {
    label: 'Quick',
    help: 'Stars and list with few factors and large batches: a first look at large data.',
    overrides: { userFactors: 16, movieFactors: 16, batchSize: 4096, learningRate: 0.02, epochs: 5 },
    // On fewer ratings large steps are too few, and the others take no time.
    sizes: ['small', 'large'],
  },
];
