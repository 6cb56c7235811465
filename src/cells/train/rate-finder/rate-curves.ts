import type { CurvePoint, CurveSeries } from '../../../charts/curve.ts';
import { formatNumber } from '../../../core/settings/format.ts';
import type { RateTrial } from './contract.ts';

/** The trials until the error has climbed back to where it began: beyond is nothing but its explosion, which would flatten all the rest. */
export function upToTheClimb(trials: readonly RateTrial[]): readonly RateTrial[] {
  const level = trials[0]?.error ?? 0;
  const lowest = trials.reduce(
    (best, { error }, at) => (error < (trials[best]?.error ?? Number.POSITIVE_INFINITY) ? at : best),
    0,
  );
  const end = trials.findIndex(({ error }, at) => at > lowest && error > level);
  return end < 0 ? trials : trials.slice(0, end);
}

/** The error by the rate, with a mark at the rate that is suggested and at the one in use, where they lie on the curve. */
export function rateCurves(trials: readonly RateTrial[], suggestion: number | null, inUse: number): readonly CurveSeries[] {
  const shown = upToTheClimb(trials);
  const curve = { name: 'Error', color: '--color-train', points: shown.map(pointOf) } as const;
  const isSame = suggestion === inUse;
  const marks = [
    ...(suggestion === null ? [] : [mark(shown, suggestion, isSame ? 'Suggested, and in use' : 'Suggested', '--color-accent')]),
    ...(isSame ? [] : [mark(shown, inUse, 'In use', '--color-validation')]),
  ];
  return [curve, ...marks.filter((one) => one !== null)];
}

/** Null where the curve does not reach so far. */
function mark(trials: readonly RateTrial[], rate: number, name: string, color: CurveSeries['color']): CurveSeries | null {
  const after = trials.find((trial) => trial.rate >= rate * (1 - ROUNDED));
  if (!after || rate < (trials[0]?.rate ?? 0)) return null;
  return { name, label: `${name}: ${formatNumber(rate)}`, color, points: [pointOf({ rate, error: after.error })] };
}

/** A suggestion is written with two digits. */
const ROUNDED = 0.05;

const pointOf = ({ rate, error }: RateTrial): CurvePoint => ({ x: Math.log10(rate), y: error });
