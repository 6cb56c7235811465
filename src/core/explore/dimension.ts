/** What ratings can be looked at and filtered by. */
export type DimensionName = 'stars' | 'userActivity' | 'movieActivity' | 'time' | 'genre' | 'gender' | 'age' | 'occupation';

/** A range of values (both ends included) or, where they are no numbers, one value. */
export interface Bin {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

interface Described {
  readonly name: DimensionName;
  readonly bins: readonly Bin[];
  /** What a bar is the number of. */
  readonly counts: 'ratings' | 'users' | 'movies';
}

/** Of every rating one bin. */
export interface RatingDimension extends Described {
  readonly of: 'rating';
  readonly codes: Uint8Array; // (count), positions in `bins`
  /** Whether ranges grow by a factor. */
  readonly isLogarithmic?: boolean;
}

/** Of every user or movie any number of bins: those of entity e are `members` from `offsets[e]` to `offsets[e + 1]`. */
export interface EntityDimension extends Described {
  readonly of: 'user' | 'movie';
  readonly offsets: Int32Array; // (entities + 1)
  readonly members: Uint16Array; // positions in `bins`
}

export type Dimension = RatingDimension | EntityDimension;

/** One bin of every entity. */
export function single(codes: ArrayLike<number>): Pick<EntityDimension, 'offsets' | 'members'> {
  return { offsets: Int32Array.from({ length: codes.length + 1 }, (_, at) => at), members: Uint16Array.from(codes) };
}
