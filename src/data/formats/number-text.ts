const NUMBER = /^[+-]?(\d+([.,]\d+)*[.,]?|[.,]\d+)(e[+-]?\d{1,3})?$/i;
const GROUPED_BY_BLANKS = /^[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d+)?$/;

/** A number as most write it: with a plain minus, without blanks between thousands and without a sign for hundredths. */
export function plainNumber(text: string): string {
  const written = text.trim();
  if (/^[+-]?[\d.,]+$/.test(written)) return written;
  const plain = written.replace(/^\u2212/, '-').replace(/\s?%$/, '');
  return GROUPED_BY_BLANKS.test(plain) ? plain.replace(/[ \u00a0\u202f]/g, '') : plain;
}

/** Whether a text reads as a number, with decimal points or commas. */
export const isNumberText = (text: string): boolean => NUMBER.test(plainNumber(text));
