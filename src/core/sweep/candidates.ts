import { createRandom } from '../random.ts';
import { type Axis, gridValues, type TrialValues, valueAt } from './axis.ts';
import { haltonPoints } from './halton.ts';
import type { SweepSettings } from './sweep-settings.ts';

/** What is tried, in its order: a function of the settings and their seed. */
export function candidatesOf({ axes, method, trials, seed }: SweepSettings): readonly TrialValues[] {
  if (method === 'grid') return grid(axes);
  const random = createRandom(seed, 'sweep');
  const points =
    method === 'random'
      ? Array.from({ length: trials }, () => axes.map(() => random.next()))
      : haltonPoints(trials, axes.length, random);
  return points.map((point) => valuesOf(axes.map((axis, at) => [axis, valueAt(axis, point[at] as number)])));
}

/** How many that are, without making them. */
export const countCandidates = ({ axes, method, trials }: Pick<SweepSettings, 'axes' | 'method' | 'trials'>): number =>
  method === 'grid' ? axes.reduce((product, axis) => product * gridValues(axis).length, 1) : trials;

/** Every combination; the last axis changes fastest. */
const grid = (axes: readonly Axis[]): readonly TrialValues[] =>
  axes.reduce<readonly TrialValues[]>(
    (before, axis) => before.flatMap((values) => gridValues(axis).map((value) => ({ ...values, [axis.name]: value }))),
    [{}],
  );

const valuesOf = (entries: readonly (readonly [Axis, TrialValues[keyof TrialValues]])[]): TrialValues =>
  Object.fromEntries(entries.map(([{ name }, value]) => [name, value]));
