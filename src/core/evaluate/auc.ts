import { pick } from '../pick.ts';

/**
 * The share of pairs of a relevant movie and another candidate that the scores put right, ties half (Hanley and McNeil 1982, "The
 * meaning and use of the area under a receiver operating characteristic (ROC) curve"). NaN where there is no such pair.
 *
 * @param scores of every movie; all movies but those marked in `outside` are candidates
 * @param relevant some of the candidates
 */
export function aucOf(scores: Float32Array, outside: Uint8Array, relevant: Int32Array): number {
  const liked = pick(scores, relevant).sort();
  const none = new Uint8Array(liked.length);
  const [among, own] = [below(scores, outside, liked), below(liked, none, liked)];
  const others = among.candidates - liked.length;
  return 1 - (among.beaten - own.beaten) / (liked.length * others);
}

/** How many of the ascending `liked` each candidate is above, summed, those that are equal counting half. */
function below(scores: Float32Array, outside: Uint8Array, liked: Float32Array) {
  let [candidates, beaten] = [0, 0];
  const lowest = liked[0] as number;
  for (let movie = 0; movie < scores.length; movie++) {
    if (outside[movie] === 1) continue;
    candidates++;
    const score = scores[movie] as number;
    // Most movies stand below all that were liked.
    if (score < lowest) continue;
    let [at, end] = [0, liked.length];
    while (at < end) {
      const middle = (at + end) >> 1;
      if ((liked[middle] as number) < score) at = middle + 1;
      else end = middle;
    }
    beaten += at;
    for (; at < liked.length && liked[at] === score; at++) beaten += 0.5;
  }
  return { candidates, beaten };
}
