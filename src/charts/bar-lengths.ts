/** The lengths of bars, 0 … 1: in proportion to the counts, or to their logarithms. One that stands for something is always seen. */
export function barLengths(counts: readonly number[], scale: 'linear' | 'log'): readonly number[] {
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0);
  if (most === 0) return counts.map(() => 0);
  const size = scale === 'log' ? (count: number) => Math.log10(1 + count) : (count: number) => count;
  return counts.map((count) => (count === 0 ? 0 : Math.max(0.01, size(count) / size(most))));
}

/** How texts are set: a digit's width and the room between two of them, in px. */
export interface Setting {
  readonly digit: number;
  readonly gap: number;
}

/** A point is narrower than a digit by so much. */
const POINT = 0.4;

/** How many of these texts fit side by side into a width in px, by the longest of them. */
export function roomFor(texts: readonly string[], width: number, { digit, gap }: Setting): number {
  const lengths = texts.map((text) => text.length - (text.includes('.') ? 1 - POINT : 0));
  return Math.max(1, Math.floor(width / (Math.max(1, ...lengths) * digit + gap)));
}

/** Bars under which there is room to write: all where there are few, else every so many and no more than `room`. */
export function labelled(count: number, room: number): ReadonlySet<number> {
  const every = Math.ceil(count / room);
  return new Set(Array.from({ length: Math.ceil(count / every) }, (_, i) => i * every));
}
