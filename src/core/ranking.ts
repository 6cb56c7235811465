/**
 * The positions of the `count` highest scores, best first; of equal scores the lower position comes first. Positions marked
 * in `excluded` and scores that are not a number are left out.
 */
export function topPositions(scores: Float32Array | Float64Array, count: number, excluded: Uint8Array): readonly number[] {
  const best: number[] = []; // positions, best first
  /** What a further one has to be above, once there are enough. */
  let least = count === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position] as number;
    // First, since it is true of nearly all. Nothing is below or above what is no number.
    if (score <= least) continue;
    if (Number.isNaN(score) || excluded[position]) continue;
    let place = best.length;
    while (place > 0 && score > (scores[best[place - 1] as number] as number)) place--;
    best.splice(place, 0, position);
    if (best.length > count) best.pop();
    if (best.length === count) least = scores[best[count - 1] as number] as number;
  }
  return best;
}
