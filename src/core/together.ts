/**
 * How the scores of several people become one: their mean, or the lowest of them, "least misery" (Masthoff 2004, "Group Modeling: Selecting a
 * Sequence of Television Items to Suit a Group of Viewers").
 */
export type Together = 'mean' | 'least';

/** One score for each item from those of `people`, (people, items) row-major. */
export function combineScores(scores: Float32Array, people: number, by: Together): Float32Array {
  const items = scores.length / people;
  return Float32Array.from({ length: items }, (_, item) => {
    let [sum, least] = [0, Number.POSITIVE_INFINITY];
    for (let at = item; at < scores.length; at += items) {
      sum += scores[at] as number;
      least = Math.min(least, scores[at] as number);
    }
    return by === 'mean' ? sum / people : least;
  });
}

/** Each row with mean 0 and standard deviation 1, so that rows of other scales count alike; a row of equal numbers becomes 0. */
export function standardiseRows(scores: Float32Array, rows: number): Float32Array {
  const width = scores.length / rows;
  const standardised = new Float32Array(scores.length);
  for (let from = 0; from < scores.length; from += width) {
    const row = scores.subarray(from, from + width);
    const mean = row.reduce((sum, score) => sum + score, 0) / width;
    const deviation = Math.sqrt(row.reduce((sum, score) => sum + (score - mean) ** 2, 0) / width);
    for (let at = 0; at < width; at++) standardised[from + at] = deviation > 0 ? ((row[at] as number) - mean) / deviation : 0;
  }
  return standardised;
}
