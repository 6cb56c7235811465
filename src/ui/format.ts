/** How the page writes quantities: English, tabular, no more digits than mean something. */

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const formatCount = (count: number): string => WHOLE.format(count);

/** "1 epoch", "15 epochs". */
export const formatQuantity = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** An error in stars. */
export const formatRmse = (stars: number): string => stars.toFixed(3);

/** A prediction or a mean, in stars. */
export const formatStars = (stars: number): string => stars.toFixed(2);

/** A share of 1 as a percentage, with at least two significant digits below 10 %. */
export const formatShare = (share: number): string => {
  const percent = share * 100;
  return `${percent.toFixed(percent < 10 ? 2 : 0)} %`;
};

/** A share of 1 as a percentage with at most two digits that mean something: "3.2 %", "10 %", "> 99 %". */
export function formatPercent(share: number): string {
  const percent = Number((share * 100).toPrecision(2));
  return percent === 100 && share < 1 ? '> 99 %' : `${percent} %`;
}

/** "340 ms", "2.4 s", "1 min 05 s", "2 h 05 min". */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 0.9995) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds) / 60;
  if (minutes < 60) return `${Math.floor(minutes)} min ${pad(Math.round(seconds) % 60)} s`;
  const whole = Math.round(seconds / 60);
  return `${Math.floor(whole / 60)} h ${pad(whole % 60)} min`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** "12 minutes ago", "just now". */
export function formatAgo(seconds: number): string {
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? [];
  return unit ? AGO.format(-Math.floor(seconds / size), unit) : 'just now';
}

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** "24 Nov 2026, 18:05", in the visitor's time; from milliseconds since 1970-01-01 UTC. */
export const formatMoment = (milliseconds: number): string => MOMENT.format(milliseconds);
