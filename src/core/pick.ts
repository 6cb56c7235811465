/** The values at these positions, in the positions' order. */
export function pick<Values extends Float32Array | Int32Array | Uint32Array>(values: Values, positions: Int32Array): Values {
  return pickInto(new (values.constructor as new (length: number) => Values)(positions.length), values, positions);
}

/** The same written to an array of as many. Returns that. */
export function pickInto<Values extends Float32Array | Int32Array | Uint32Array>(
  picked: Values,
  values: Values,
  positions: Int32Array,
): Values {
  // Several times as fast as `from` with a function, for the millions of them.
  for (let i = 0; i < positions.length; i++) picked[i] = values[positions[i] as number] as number;
  return picked;
}
