/** How well one user's list hits what they liked of the held-out movies; every value 0 … 1. */
export interface Accuracy {
  readonly precision: number;
  readonly recall: number;
  readonly hitRate: number;
  readonly ndcg: number;
  readonly map: number;
  readonly mrr: number;
}

/** What the place of a hit is worth, from place 0 on: 1 / log₂(place + 2). */
export const discount = (place: number): number => 1 / Math.log2(place + 2);

/**
 * Of the first k places of a list, with binary relevance:
 *
 * - precision = hits / k
 * - recall = hits / min(k, relevant): 1 where no list could do better
 * - hit rate = 1 where there is a hit
 * - NDCG = Σ over hits 1 / log₂(place + 1) / the same of a list that begins with relevant movies (Järvelin and Kekäläinen 2002,
 *   "Cumulated gain-based evaluation of IR techniques")
 * - average precision = Σ over hits precision up to their place / min(k, relevant) (Manning, Raghavan and Schütze 2008,
 *   "Introduction to Information Retrieval", section 8.4)
 * - reciprocal rank = 1 / place of the first hit, 0 without one (Voorhees 1999, "The TREC-8 Question Answering Track Report")
 *
 * @param isHit by place, best first; shorter than k where there were fewer movies
 * @param relevant how many movies the user liked, at least 1
 */
export function accuracyAt(isHit: readonly boolean[], k: number, relevant: number): Accuracy {
  const best = Math.min(k, relevant);
  let [hits, gain, precisions, first] = [0, 0, 0, 0];
  for (let place = 0; place < Math.min(k, isHit.length); place++) {
    if (!isHit[place]) continue;
    hits++;
    gain += discount(place);
    precisions += hits / (place + 1);
    if (first === 0) first = place + 1;
  }
  return {
    precision: hits / k,
    recall: hits / best,
    hitRate: hits > 0 ? 1 : 0,
    ndcg: gain / idealGain(best),
    map: precisions / best,
    mrr: first > 0 ? 1 / first : 0,
  };
}

function idealGain(places: number): number {
  let gain = 0;
  for (let place = 0; place < places; place++) gain += discount(place);
  return gain;
}
