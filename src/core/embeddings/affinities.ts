/** How much each row likes its neighbours: those of row i are `length` entries from i · length. The shares of a row sum to 1. */
export interface Affinities {
  readonly length: number;
  readonly items: Int32Array; // (rows · length)
  readonly shares: Float64Array; // (rows · length)
}

const SEARCHES = 64;
const CLOSE = 1e-6;

/**
 * Shares p(j | i) ∝ exp(−β d²) over the neighbours of each row, with β such that their entropy is the logarithm of the perplexity: as if each row had so
 * many neighbours (van der Maaten and Hinton 2008, "Visualizing Data using t-SNE", section 2).
 *
 * @param distances squared, (rows · length)
 */
export function affinitiesOf(
  { length, items, distances }: { readonly length: number; readonly items: Int32Array; readonly distances: Float64Array },
  perplexity: number,
): Affinities {
  const shares = new Float64Array(distances.length);
  const wanted = Math.log(perplexity);
  for (let from = 0; from < distances.length; from += length) {
    const own = distances.subarray(from, from + length);
    const nearest = own.reduce((least, distance) => Math.min(least, distance), Number.POSITIVE_INFINITY);
    let [low, high, beta] = [0, Number.POSITIVE_INFINITY, 1];
    for (let search = 0; search < SEARCHES; search++) {
      let [sum, mean] = [0, 0];
      for (let i = 0; i < length; i++) {
        const distance = (own[i] as number) - nearest;
        const share = Math.exp(-beta * distance);
        shares[from + i] = share;
        sum += share;
        mean += share * distance;
      }
      for (let i = 0; i < length; i++) shares[from + i] = (shares[from + i] as number) / sum;
      const entropy = Math.log(sum) + (beta * mean) / sum;
      if (Math.abs(entropy - wanted) < CLOSE) break;
      if (entropy > wanted) low = beta;
      else high = beta;
      beta = high === Number.POSITIVE_INFINITY ? 2 * beta : (low + high) / 2;
    }
  }
  return { length, items, shares };
}
