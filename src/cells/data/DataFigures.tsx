import type { DataSummary } from '../../core/data-summary.ts';
import { Figures } from '../../ui/Figures.tsx';
import { formatCount, formatShare, formatStars } from '../../ui/format.ts';
import { yearOf } from './year-of.ts';

interface DataFiguresProps {
  readonly data: DataSummary;
}

export function DataFigures({ data }: DataFiguresProps) {
  const { ratings, users, movies, scale, meanStars, deviationStars, firstTimestamp, lastTimestamp } = data;
  const steps = stepsOf(scale.step);
  return (
    <Figures
      figures={[
        { label: 'Ratings', value: formatCount(ratings), note: `${Math.round(ratings / users)} per user` },
        { label: 'Users', value: formatCount(users), note: `IDs ${data.firstUserId} to ${data.lastUserId}` },
        { label: 'Movies', value: formatCount(movies), note: `${Math.round(ratings / movies)} ratings each` },
        { label: 'Density', value: formatShare(ratings / (users * movies)), note: 'of all user–movie pairs' },
        {
          label: 'Scale',
          value: `${tidy(scale.min)} – ${tidy(scale.max)}`,
          note: `${steps}, mean\u00a0${formatStars(meanStars)}\u00a0±\u00a0${formatStars(deviationStars)}`,
        },
        {
          label: 'Time span',
          value:
            firstTimestamp === null || lastTimestamp === null ? 'none' : `${yearOf(firstTimestamp)} – ${yearOf(lastTimestamp)}`,
          note: firstTimestamp === null ? 'the ratings have no times' : 'when the ratings were given',
        },
      ]}
    />
  );
}

/** Stars are 32-bit numbers: 0.1 of 0.10000000149. */
const tidy = (value: number): number => Number(value.toPrecision(6));

function stepsOf(step: number): string {
  if (step === 0) return 'any value';
  return step === 1 ? 'whole stars' : step === 0.5 ? 'half stars' : `steps of ${step}`;
}
