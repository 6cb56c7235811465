/** A number in four significant digits, as TeX; tiny ones with a power of ten. */
export function numberTex(value: number): string {
  if (!Number.isFinite(value)) return '\\text{–}';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e-3 && size < 1e5) return trim(value.toPrecision(4));
  const [digits = '', power = ''] = value.toExponential(3).split('e');
  return `${trim(digits)} \\cdot 10^{${Number(power)}}`;
}

/** The same as a term that follows another one: with its sign. */
export const termTex = (value: number): string => `${value < 0 ? '-' : '+'} ${numberTex(Math.abs(value))}`;

/** In brackets where it has a sign. */
export const factorTex = (value: number): string => (value < 0 ? `(${numberTex(value)})` : numberTex(value));

/** The square of a number, which is in brackets where it is more than digits. */
export const squareTex = (value: number): string => {
  const tex = numberTex(value);
  return /^[\d.]+$/.test(tex) ? `${tex}^2` : `\\left(${tex}\\right)^2`;
};

/** 0.5000 → 0.5, but 1200 stays. */
const trim = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);
