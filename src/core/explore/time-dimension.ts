import type { Bin, RatingDimension } from './dimension.ts';

const DAY = 86_400;
const MOST_BINS = 60;

/** Months in a bin, the finest first; 0 stands for a day. */
const GRAINS = [0, 1, 3, 12, 120] as const;

/** Days, months, quarters, years or decades (UTC), whichever gives the most bins that can be told apart. */
export function timeDimension(timestamps: Uint32Array): RatingDimension {
  const [first, last] = daysOf(timestamps);
  const bins = GRAINS.map((months) => calendarBins(first, last, months)).find(({ length }) => length <= MOST_BINS) ?? [];
  const byDay = new Uint8Array(last - first + 1);
  for (const [place, { from, to }] of bins.entries()) {
    byDay.fill(place, Math.max(0, Math.floor(from / DAY) - first), Math.floor(to / DAY) - first + 1);
  }
  const codes = new Uint8Array(timestamps.length);
  for (let at = 0; at < codes.length; at++) codes[at] = byDay[Math.floor((timestamps[at] as number) / DAY) - first] as number;
  return { name: 'time', of: 'rating', counts: 'ratings', bins, codes };
}

function daysOf(timestamps: Uint32Array): readonly [number, number] {
  let [oldest, newest] = [Number.POSITIVE_INFINITY, 0];
  for (const time of timestamps) {
    if (time < oldest) oldest = time;
    if (time > newest) newest = time;
  }
  return [Math.floor(oldest / DAY), Math.floor(newest / DAY)];
}

/** From and to in seconds. */
function calendarBins(firstDay: number, lastDay: number, months: number): readonly Bin[] {
  const bins: Bin[] = [];
  let start = startOf(new Date(firstDay * DAY * 1000), months);
  while (start.getTime() / 1000 <= lastDay * DAY && bins.length <= MOST_BINS) {
    const next = after(start, months);
    bins.push({ label: labelOf(start, months), from: start.getTime() / 1000, to: next.getTime() / 1000 - 1 });
    start = next;
  }
  return bins;
}

function startOf(day: Date, months: number): Date {
  if (months === 0) return day;
  const month = day.getUTCFullYear() * 12 + day.getUTCMonth();
  return new Date(utcMonth(Math.floor(month / months) * months));
}

const after = (start: Date, months: number): Date =>
  months === 0
    ? new Date(start.getTime() + DAY * 1000)
    : new Date(utcMonth(start.getUTCFullYear() * 12 + start.getUTCMonth() + months));

const utcMonth = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12);

function labelOf(start: Date, months: number): string {
  const year = start.getUTCFullYear();
  if (months === 0) return start.toISOString().slice(0, 10);
  if (months === 1) return `${year}-${String(start.getUTCMonth() + 1).padStart(2, '0')}`;
  if (months === 3) return `${year} Q${start.getUTCMonth() / 3 + 1}`;
  return months === 12 ? String(year) : `${year}s`;
}
