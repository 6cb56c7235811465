/** Whether none of the numbers is infinite or no number. */
export function allFinite(values: Float32Array): boolean {
  // x − x is 0 of finite numbers alone.
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] as number) - (values[at] as number);
  return sum === 0;
}
