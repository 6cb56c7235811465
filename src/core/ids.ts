/**
 * Raw ids come from the data set ("user 15"); dense indices are rows of an embedding table (0-based, without gaps).
 * The two never mix: both are numbers at run time, but the compiler keeps them apart.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = number & { readonly [brand]: Name };

export type UserId = Branded<'UserId'>;
export type MovieId = Branded<'MovieId'>;
export type UserIndex = Branded<'UserIndex'>;
export type MovieIndex = Branded<'MovieIndex'>;

/** The one map between raw ids and dense indices. Indices follow the ascending order of the raw ids. */
export interface IdMap<Id extends number, Index extends number> {
  /** How many ids there are; indices run from 0 to `size - 1`. */
  readonly size: number;
  /** The index of a raw id, or `undefined` where the data set has no such id. */
  indexOf(id: number): Index | undefined;
  /** The raw id of an index. Throws a RangeError for an index that is not in 0 … size - 1. */
  idOf(index: Index): Id;
}

/** Builds the map of every id that occurs in `rawIds` (in any order, repeats allowed). */
export function createIdMap<Id extends number, Index extends number>(rawIds: Int32Array): IdMap<Id, Index> {
  const ids = Int32Array.from(new Set(rawIds)).sort();
  const indices = new Map<number, number>();
  ids.forEach((id, index) => {
    indices.set(id, index);
  });
  return {
    size: ids.length,
    indexOf: (id) => indices.get(id) as Index | undefined,
    idOf: (index) => {
      const id = ids[index];
      if (id === undefined) throw new RangeError(`Index ${index} is outside 0 … ${ids.length - 1}`);
      return id as Id;
    },
  };
}
