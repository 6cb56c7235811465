/**
 * The share of pairs of a relevant and another candidate that the scores put right, ties half (Hanley and McNeil 1982, "The meaning
 * and use of the area under a receiver operating characteristic (ROC) curve"). NaN where there is no such pair.
 *
 * @param candidates scores of what could be recommended, the relevant ones included; NaN elsewhere
 * @param relevant their scores alone
 */
export function aucOf(candidates: Float32Array, relevant: Float32Array): number {
  const all = rankSum(candidates, relevant);
  const own = rankSum(relevant, relevant);
  let count = 0;
  for (const score of candidates) if (!Number.isNaN(score)) count++;
  return (all - own) / (relevant.length * (count - relevant.length));
}

/** How many of the scores stand below each of the others, summed, those that are equal counting half. */
function rankSum(scores: Float32Array, others: Float32Array): number {
  let sum = 0;
  for (const other of others) {
    let [below, notAbove] = [0, 0];
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i] as number;
      if (score < other) below++;
      if (score <= other) notAbove++;
    }
    sum += (below + notAbove) / 2;
  }
  return sum;
}
