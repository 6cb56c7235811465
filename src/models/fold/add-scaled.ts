export function addScaled(to: Float64Array, values: ArrayLike<number>, factor: number): void {
  for (let d = 0; d < to.length; d++) to[d] = (to[d] as number) + factor * (values[d] as number);
}
