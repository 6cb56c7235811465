/**
 * The t that lies within ±t with a given probability, of Student's distribution with a whole number of degrees of freedom.
 * `probability` lies in (0, 1).
 */
export function studentT(probability: number, degrees: number): number {
  let [low, high] = [0, Math.PI / 2];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const angle = (low + high) / 2;
    if (within(angle, degrees) < probability) low = angle;
    else high = angle;
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2);
}

/** As many as a number has binary digits. */
const HALVINGS = 53;

/**
 * The probability of |T| ≤ √ν · tan θ, a finite sum for every whole ν (Abramowitz and Stegun 1964, "Handbook of Mathematical Functions",
 * 26.7.3 and 26.7.4).
 */
function within(angle: number, degrees: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cosine ** 2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
