/**
 * Whether what is typed becomes a word, or the beginning of one, by so many letters put in, left out, changed, or changed over with the next
 * (Damerau 1964).
 */
export function isWithin(typed: string, word: string, most: number): boolean {
  if (word.length < typed.length - most) return false;
  const width = Math.min(word.length, typed.length + most);
  let [before, last] = [[] as number[], Array.from({ length: width + 1 }, (_, j) => j)];
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= width; j++) {
      const isSame = typed[i - 1] === word[j - 1];
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (isSwapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return Math.min(...last) <= most;
}
