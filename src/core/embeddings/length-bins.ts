/** Movies with `from` to `to` ratings: how long their embeddings are. */
export interface LengthBin {
  readonly from: number;
  readonly to: number;
  readonly movies: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/** Groups rows by their numbers of ratings, each group twice as wide as the one before it; groups without a row are left out. */
export function lengthBins(lengths: ArrayLike<number>, counts: ArrayLike<number>): readonly LengthBin[] {
  const groups = new Map<number, number[]>();
  for (let row = 0; row < lengths.length; row++) {
    const group = Math.floor(Math.log2(Math.max(1, counts[row] as number)));
    const members = groups.get(group) ?? [];
    groups.set(group, members);
    members.push(lengths[row] as number);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([group, members]) => {
      members.sort((a, b) => a - b);
      return {
        from: 2 ** group,
        to: 2 ** (group + 1) - 1,
        movies: members.length,
        lowerQuartile: quantile(members, 0.25),
        median: quantile(members, 0.5),
        upperQuartile: quantile(members, 0.75),
      };
    });
}

/** Of ascending values, interpolated between the two nearest. */
export function quantile(ascending: readonly number[], share: number): number {
  const at = share * (ascending.length - 1);
  const below = ascending[Math.floor(at)] as number;
  const above = ascending[Math.ceil(at)] as number;
  return below + (at - Math.floor(at)) * (above - below);
}
