/** Four significant digits, tiny numbers with an exponent, a real minus. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  const digits = size === 0 || (size >= 1e-3 && size < 1e5) ? String(Number(size.toPrecision(4))) : size.toExponential(2);
  return `${value < 0 ? '−' : ''}${digits}`;
}
