/** What pandas' `describe()` says of a column of numbers. */
export interface Description {
  readonly name: string;
  readonly count: number;
  readonly mean: number;
  /** Of a sample: divided by count − 1. */
  readonly std: number;
  readonly min: number;
  /** With linear interpolation between neighbours. */
  readonly quartiles: readonly [number, number, number];
  readonly max: number;
}

export function describe(name: string, values: Float32Array | Int32Array): Description {
  const sorted = values.slice().sort();
  const count = sorted.length;
  let sum = 0;
  for (const value of sorted) sum += value;
  const mean = sum / count;
  let squares = 0;
  for (const value of sorted) squares += (value - mean) ** 2;
  const at = (share: number): number => {
    const place = share * (count - 1);
    const below = sorted[Math.floor(place)] as number;
    return below + (place % 1) * ((sorted[Math.ceil(place)] as number) - below);
  };
  return {
    name,
    count,
    mean,
    std: Math.sqrt(squares / (count - 1)),
    min: at(0),
    quartiles: [at(0.25), at(0.5), at(0.75)],
    max: at(1),
  };
}
