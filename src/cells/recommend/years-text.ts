/** Two typed years as the address writes them: empty where both are, and where one is no year of four digits, that end is open. */
export function yearsText(from: string, to: string): string {
  const [first, last] = [from, to].map((text) => (/^\d{4}$/.test(text.trim()) ? text.trim() : '')) as [string, string];
  if (first === '' && last === '') return '';
  // Typed the wrong way round they mean the same.
  return first !== '' && last !== '' && first > last ? `${last}-${first}` : `${first}-${last}`;
}
