import { type FeatureName, type FeatureSizes, featureRows, LIST_FEATURES, NO_FEATURES } from '../core/features.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { BagNode, Entity, Initializer, Node } from './graph.ts';
import type { ModelContext } from './model.ts';

const FACTORS: Initializer = { kind: 'normal', deviation: 0.05 };

/** Small: scores start near 0, and the first sweep finds their size (Rendle et al. 2021, section 4.3). */
const factorsOf = (width: number): Initializer => ({ kind: 'normal', deviation: 0.1 / Math.sqrt(width) });

/** Their products make up a fifth of the ratings' variance: from a smaller start a sampler takes long to find the size of the factors. */
const sampledFrom = (width: number): Initializer => ({ kind: 'normal', deviation: (0.2 / width) ** 0.25 });

/**
 * What describes a user or a movie: an embedding of its own, and those of its features added to it (Kula 2015, "Metadata
 * Embeddings for User and Item Cold-start Recommendations"; for the rated set Koren 2008, "Factorization Meets the
 * Neighborhood", equation 15). The last node is the sum. `prefix` keeps the tables of a model's parts apart.
 */
export function vectorNodes(of: Entity, prefix: string, configuration: Configuration, context: ModelContext): readonly Node[] {
  const { userFactors, movieFactors, l2, loss, optimizer } = configuration;
  const [width, rows] = of === 'user' ? [userFactors, context.users] : [movieFactors, context.movies];
  const own = `${prefix}${of}_factors`;
  // Rows that are solved are held back by a ridge of their own.
  const [initializer, decay] =
    loss === 'implicit' ? [factorsOf(width), 0] : [optimizer === 'gibbs' ? sampledFrom(width) : FACTORS, l2];
  const bags = featuresOf(configuration, context).flatMap(({ feature, rows }): BagNode[] => {
    const described = LIST_FEATURES[feature];
    if (described?.of !== of) return [];
    const { list } = described;
    const initializer = { kind: 'zeros' } as const;
    return [{ kind: 'bag', name: `${prefix}${list}_factors`, of, list, rows, width, initializer, l2: configuration.featureL2 }];
  });
  const nodes: readonly Node[] = [{ kind: 'embedding', name: own, of, rows, width, initializer, l2: decay }, ...bags];
  if (bags.length === 0) return nodes;
  return [...nodes, { kind: 'add', name: `${prefix}${of}_vector`, inputs: [own, ...bags.map(({ name }) => name)] }];
}

/** Biases, as far as they are switched on: of the user, of the movie, and of when the rating was given. */
export function biasNodes(configuration: Configuration, context: ModelContext): readonly Node[] {
  const { biases, biasL2 } = configuration;
  const bias = { kind: 'embedding', width: 1, initializer: { kind: 'zeros' }, l2: biasL2 } as const;
  const times = featuresOf(configuration, context).flatMap(({ feature, rows }): Node[] => {
    if (feature === 'ratingTime') return [{ ...bias, name: 'period_bias', of: 'period', rows }];
    return feature === 'userDrift' ? [{ ...bias, name: 'user_period_bias', of: 'userPeriod', rows }] : [];
  });
  const plain: readonly Node[] = [
    { ...bias, name: 'user_bias', of: 'user', rows: context.users },
    { ...bias, name: 'movie_bias', of: 'movie', rows: context.movies },
  ];
  return biases ? [...plain, ...times] : times;
}

/** The features that are switched on and known to the data, with the rows of their tables. */
function featuresOf(
  configuration: Configuration,
  { users, movies, features = NO_FEATURES }: Pick<ModelContext, 'users' | 'movies' | 'features'>,
): readonly { readonly feature: FeatureName; readonly rows: number }[] {
  return FEATURES.filter((feature) => configuration[feature])
    .map((feature) => ({ feature, rows: featureRows(feature, features, users, movies) }))
    .filter(({ rows }) => rows > 0);
}

/** Why the data has nothing to say on a feature, in one sentence; null where it has. */
export function missingFeature(feature: FeatureName, sizes: FeatureSizes): string | null {
  return featureRows(feature, sizes, 1, 1) > 0 ? null : `This data ${MISSING[feature]}.`;
}

const MISSING: Readonly<Record<FeatureName, string>> = {
  genres: 'does not say which genres a movie has',
  releaseYear: 'does not say when a movie came out',
  demographics: 'says nothing of its users',
  ratedSet: 'has no movies',
  ratedBy: 'has no users',
  ratingTime: 'does not say when a rating was given',
  userDrift: 'does not say when a rating was given',
};

/** In the order of the settings. */
export const FEATURES: readonly FeatureName[] = [
  'ratedSet',
  'ratedBy',
  'genres',
  'releaseYear',
  'ratingTime',
  'userDrift',
  'demographics',
];
