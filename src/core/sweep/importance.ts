import type { Axis, AxisValue } from './axis.ts';

/** A trial as the importance of the settings is estimated from it. */
export interface Outcome {
  /** By axis. */
  readonly values: readonly AxisValue[];
  /** What the sweep chooses by. */
  readonly value: number;
}

/** Trials of a setting that count as alike. */
const MOST_GROUPS = 4;
/** With fewer trials in a group nothing can be told. */
const LEAST_IN_GROUP = 2;

/**
 * How much of the variance of the trials each setting explains alone, 0 … 1: epsilon squared of a one-way analysis of variance
 * (Kelley 1935), which takes off what chance explains. Numbers of many values are put into groups of equal size. Null where the trials are
 * too few. What settings explain only together is in none of them.
 */
export function importanceOf(axes: readonly Axis[], outcomes: readonly Outcome[]): readonly (number | null)[] {
  const mean = meanOf(outcomes);
  const total = outcomes.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  return axes.map((_, at) => {
    const groups = groupsOf(outcomes, at);
    const isEnough = groups.length > 1 && groups.every((group) => group.length >= LEAST_IN_GROUP);
    if (!isEnough || total === 0) return null;
    const within = groups.reduce((sum, group) => sum + spreadOf(group), 0);
    const noise = within / (outcomes.length - groups.length);
    return Math.max(0, (total - within - (groups.length - 1) * noise) / total);
  });
}

/** By the values of a setting: as they are where they are few, else in groups of neighbours. */
function groupsOf(outcomes: readonly Outcome[], at: number): readonly (readonly Outcome[])[] {
  const byValue = new Map<AxisValue | undefined, readonly Outcome[]>();
  for (const outcome of outcomes) byValue.set(outcome.values[at], [...(byValue.get(outcome.values[at]) ?? []), outcome]);
  if (byValue.size <= MOST_GROUPS || typeof outcomes[0]?.values[at] !== 'number') return [...byValue.values()];
  const sorted = outcomes.toSorted((a, b) => Number(a.values[at]) - Number(b.values[at]));
  const count = Math.min(MOST_GROUPS, Math.floor(sorted.length / LEAST_IN_GROUP));
  return Array.from({ length: count }, (_, group) =>
    sorted.slice(Math.round((group * sorted.length) / count), Math.round(((group + 1) * sorted.length) / count)),
  );
}

const meanOf = (outcomes: readonly Outcome[]): number => outcomes.reduce((sum, { value }) => sum + value, 0) / outcomes.length;

function spreadOf(group: readonly Outcome[]): number {
  const mean = meanOf(group);
  return group.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
}
