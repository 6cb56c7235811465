/**
 * Scores that rank, less a discount for popularity: s − β · σ · log₁₀ n, where σ is the standard deviation of the scores and n the number of
 * ratings of each. With β = 1 ten times the ratings cost one standard deviation, whatever the scores are counted in. Double precision, so
 * that no two scores become equal by it.
 */
export function discountPopularity(scores: Float32Array, counts: Int32Array, strength: number): Float64Array {
  const cost = strength * deviationOf(scores);
  return Float64Array.from(scores, (score, at) => score - cost * Math.log10(Math.max(1, counts[at] as number)));
}

/** Over the scores that are numbers; 0 where there are none. */
function deviationOf(scores: Float32Array): number {
  let [count, sum, squares] = [0, 0, 0];
  for (const score of scores) {
    if (!Number.isFinite(score)) continue;
    count++;
    sum += score;
  }
  const mean = sum / count;
  for (const score of scores) if (Number.isFinite(score)) squares += (score - mean) ** 2;
  return count === 0 ? 0 : Math.sqrt(squares / count);
}
