/** Where the alphabets begin in Unicode, and their letters that it had before. */
const ALPHABETS: Readonly<Record<string, { readonly first: number; readonly others: Readonly<Record<string, string>> }>> = {
  'double-struck': { first: 0x1d538, others: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' } },
  script: { first: 0x1d49c, others: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ' } },
};

/**
 * A capital of an alphabet as a letter of its own, null where there is none: MathML Core has no `mathvariant` but for upright letters, so that
 * Chromium would set ℝ as an italic R.
 */
export function letterOf(alphabet: string, text: string): string | null {
  const known = ALPHABETS[alphabet];
  if (!known || !/^[A-Z]$/.test(text)) return null;
  return known.others[text] ?? String.fromCodePoint(known.first + text.charCodeAt(0) - 65);
}
