import type { Affinities } from './affinities.ts';
import { Quadtree } from './quadtree.ts';

const STEPS = 600;
/** In the first third neighbours attract each other more, so that groups form before they are in each other's way. */
const EXAGGERATED = 200;
const EXAGGERATION = 12;
/** A cell of the tree counts as one point from this ratio of its width to its distance on. */
const ANGLE = 0.5;
/** The spread that it starts with along the first axis. */
const START = 1e-4;
const LEAST_GAIN = 0.01;

/**
 * 4 Σ (exaggeration · p − q) u (y − y') of each point, u = 1 / (1 + |y − y'|²) and q = u / Σ u: the gradient of the Kullback–Leibler
 * divergence of q from p (van der Maaten and Hinton 2008, section 3). p(i, j) = (p(j | i) + p(i | j)) / 2 rows.
 *
 * @param positions (rows, 2) @param into (rows, 2)
 */
export function gradientOf(
  { length, items, shares }: Affinities,
  positions: Float64Array,
  tree: Quadtree,
  { exaggeration, angle }: { readonly exaggeration: number; readonly angle: number },
  into: Float64Array,
): void {
  const rows = positions.length / 2;
  tree.build();
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    tree.push(row, angle);
    sum += tree.weight;
    into[2 * row] = tree.right;
    into[2 * row + 1] = tree.up;
  }
  for (let at = 0; at < into.length; at++) into[at] = (-4 * (into[at] as number)) / sum;
  const scale = (4 * exaggeration) / (2 * rows);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let i = 0; i < length; i++, at++) {
      const other = items[at] as number;
      const dx = (positions[2 * row] as number) - (positions[2 * other] as number);
      const dy = (positions[2 * row + 1] as number) - (positions[2 * other + 1] as number);
      const pull = (scale * (shares[at] as number)) / (1 + dx * dx + dy * dy);
      into[2 * row] = (into[2 * row] as number) + pull * dx;
      into[2 * row + 1] = (into[2 * row + 1] as number) + pull * dy;
      into[2 * other] = (into[2 * other] as number) - pull * dx;
      into[2 * other + 1] = (into[2 * other + 1] as number) - pull * dy;
    }
  }
}

/**
 * Places rows in the plane so that near neighbours stay near: t-SNE by gradient descent with momentum and a gain for each number, from a given start,
 * (rows, 2), so that nothing is left to chance. Yields the share that is done; returns the positions, (rows, 2).
 */
export function* tsne(affinities: Affinities, start: Float32Array): Generator<number, Float32Array<ArrayBuffer>, void> {
  const positions = spreadOut(start);
  const rows = positions.length / 2;
  const tree = new Quadtree(positions);
  const [gradient, velocity] = [new Float64Array(positions.length), new Float64Array(positions.length)];
  const gains = new Float64Array(positions.length).fill(1);
  const rate = Math.max(rows / EXAGGERATION / 4, 50);
  for (let step = 0; step < STEPS; step++) {
    const isEarly = step < EXAGGERATED;
    gradientOf(affinities, positions, tree, { exaggeration: isEarly ? EXAGGERATION : 1, angle: ANGLE }, gradient);
    const momentum = isEarly ? 0.5 : 0.8;
    for (let at = 0; at < positions.length; at++) {
      const [slope, speed] = [gradient[at] as number, velocity[at] as number];
      const gain = Math.max(LEAST_GAIN, slope * speed < 0 ? (gains[at] as number) + 0.2 : 0.8 * (gains[at] as number));
      const next = momentum * speed - rate * gain * slope;
      gains[at] = gain;
      velocity[at] = next;
      positions[at] = (positions[at] as number) + next;
    }
    yield (step + 1) / STEPS;
  }
  return Float32Array.from(positions);
}

function spreadOut(start: Float32Array): Float64Array {
  let square = 0;
  for (let at = 0; at < start.length; at += 2) square += (start[at] as number) ** 2;
  const deviation = Math.sqrt(square / (start.length / 2)) || 1;
  return Float64Array.from(start, (value) => (START * value) / deviation);
}
