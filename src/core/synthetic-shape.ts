/** How much to make up. */
export interface SyntheticShape {
  readonly users: number;
  readonly movies: number;
  readonly ratings: number;
}

/** Made-up data as the address names it: `synthetic-1m`, `synthetic-1m-seed7`, `synthetic-500x300x20000`. */
export type SyntheticName = `synthetic-${string}`;

/** Shapes with a name: those of the MovieLens releases of that size, movies that are rated. */
export const SHAPES: Readonly<Record<string, SyntheticShape>> = {
  '100k': { users: 943, movies: 1682, ratings: 100_000 },
  '1m': { users: 6040, movies: 3706, ratings: 1_000_209 },
  '10m': { users: 69_878, movies: 10_677, ratings: 10_000_054 },
};

/** As in MovieLens 1M, whose users have given 20 ratings each at least. */
export const LEAST_PER_USER = 20;

/** Least and most; a tab with two cores makes the most there may be in five seconds, and trains on it for long. */
export const SHAPE_LIMITS = {
  users: [10, 200_000],
  movies: [10, 100_000],
  ratings: [200, 25_000_000],
  seed: [0, 2 ** 31 - 1],
} as const;

/** Why a shape cannot be filled, in one sentence; null where it can. */
export function shapeProblem({ users, movies, ratings }: SyntheticShape): string | null {
  for (const [name, value] of Object.entries({ users, movies, ratings })) {
    const [least, most] = SHAPE_LIMITS[name as keyof SyntheticShape];
    if (!Number.isInteger(value) || value < least || value > most) {
      return `The ${name} must be a whole number from ${count(least)} to ${count(most)}.`;
    }
  }
  const fewest = LEAST_PER_USER * users;
  const most = Math.floor((users * movies) / 4);
  if (fewest > most)
    return `${count(movies)} movies are too few: each user rates 20, and at most a quarter of all pairs has a rating.`;
  if (movies > fewest) return `${count(movies)} movies are too many for ${count(users)} users: each needs at least one rating.`;
  if (ratings < fewest) return `${count(users)} users give at least ${count(fewest)} ratings, 20 each.`;
  if (ratings > most) return `${count(users)} users and ${count(movies)} movies have room for at most ${count(most)} ratings.`;
  return null;
}

export function nameOfShape(shape: SyntheticShape, seed: number): SyntheticName {
  const { users, movies, ratings } = shape;
  const known = Object.keys(SHAPES).find((name) => nameOf(SHAPES[name] as SyntheticShape) === nameOf(shape));
  return `synthetic-${known ?? `${users}x${movies}x${ratings}`}${seed === 1 ? '' : `-seed${seed}`}`;
}

const nameOf = ({ users, movies, ratings }: SyntheticShape): string => `${users}x${movies}x${ratings}`;

/** What a name stands for; null where it is none, or its shape cannot be filled. */
export function parseSynthetic(name: string): { readonly shape: SyntheticShape; readonly seed: number } | null {
  const [, size = '', seedText = '1'] = /^synthetic-(\w+?)(?:-seed(\d{1,10}))?$/.exec(name) ?? [];
  const shape = Object.hasOwn(SHAPES, size) ? (SHAPES[size] as SyntheticShape) : parseShape(size);
  const seed = Number(seedText);
  return shape !== null && shapeProblem(shape) === null && seed <= SHAPE_LIMITS.seed[1] ? { shape, seed } : null;
}

function parseShape(size: string): SyntheticShape | null {
  const match = /^(\d+)x(\d+)x(\d+)$/.exec(size);
  return match && { users: Number(match[1]), movies: Number(match[2]), ratings: Number(match[3]) };
}

const count = (value: number): string => value.toLocaleString('en');
