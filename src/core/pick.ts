/** The values at these positions, in the positions' order. */
export function pick<Values extends Float32Array | Int32Array | Uint32Array>(values: Values, positions: Int32Array): Values {
  const picked = new (values.constructor as new (length: number) => Values)(positions.length);
  // Several times as fast as `from` with a function, for the millions of them.
  for (let i = 0; i < positions.length; i++) picked[i] = values[positions[i] as number] as number;
  return picked;
}
