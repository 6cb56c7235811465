/**
 * The positions of the `count` highest scores, best first; of equal scores the lower position comes first. Positions marked
 * in `excluded` and scores that are not a number are left out.
 */
export function topPositions(scores: Float32Array | Float64Array, count: number, excluded: Uint8Array): readonly number[] {
  const best: number[] = []; // positions, best first
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position] as number;
    if (excluded[position] || Number.isNaN(score)) continue;
    if (best.length === count && !(score > (scores[best[count - 1] as number] as number))) continue;
    let place = best.length;
    while (place > 0 && score > (scores[best[place - 1] as number] as number)) place--;
    best.splice(place, 0, position);
    if (best.length > count) best.pop();
  }
  return best;
}
