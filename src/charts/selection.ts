import { clamp } from '../core/clamp.ts';
/** Which bars are chosen, ascending; none: all count. */
export type BarSelection = readonly number[];

export const toggle = (selection: BarSelection, bar: number): BarSelection =>
  selection.includes(bar) ? selection.filter((other) => other !== bar) : [...selection, bar].sort((a, b) => a - b);

/** All bars from one to another, whichever is first. */
export const rangeOf = (from: number, to: number): BarSelection =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => Math.min(from, to) + i);

/** "3", "3 – 5", "3, 7 – 9": neighbours are joined, by what they are called. */
export function describeSelection(selection: BarSelection, labels: readonly string[]): string {
  const runs: [number, number][] = [];
  for (const bar of selection) {
    const last = runs.at(-1);
    if (last && last[1] === bar - 1) last[1] = bar;
    else runs.push([bar, bar]);
  }
  return runs.map(([from, to]) => (from === to ? labels[from] : `${labels[from]} to ${labels[to]}`)).join(', ');
}

/** Where the keyboard goes from a bar; undefined for keys that do not move it. */
export function moveTo(key: string, from: number, count: number): number | undefined {
  const within = (bar: number): number => clamp(bar, 0, count - 1);
  const page = Math.max(2, Math.round(count / 6));
  const by: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowDown: 1,
    ArrowLeft: -1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -count,
    End: count,
  };
  const distance = by[key];
  return distance === undefined ? undefined : within(from + distance);
}
