import type { DataSummary } from '../../state/notebook-state.ts';
import { Figures } from '../../ui/Figures.tsx';
import { formatCount, formatShare, formatStars } from '../../ui/format.ts';
import { yearOf } from './year-of.ts';

interface DataFiguresProps {
  readonly data: DataSummary;
}

export function DataFigures({ data }: DataFiguresProps) {
  const { ratings, users, movies, scale, meanStars, deviationStars, firstTimestamp, lastTimestamp } = data;
  const steps = scale.step === 1 ? 'whole stars' : 'half stars';
  return (
    <Figures
      figures={[
        { label: 'Ratings', value: formatCount(ratings), note: `${Math.round(ratings / users)} per user` },
        { label: 'Users', value: formatCount(users), note: `IDs ${data.firstUserId} to ${data.lastUserId}` },
        { label: 'Movies', value: formatCount(movies), note: `${Math.round(ratings / movies)} ratings each` },
        { label: 'Density', value: formatShare(ratings / (users * movies)), note: 'of all user–movie pairs' },
        {
          label: 'Scale',
          value: `${scale.min} – ${scale.max}`,
          note: `${steps}, mean\u00a0${formatStars(meanStars)}\u00a0±\u00a0${formatStars(deviationStars)}`,
        },
        {
          label: 'Time span',
          value: `${yearOf(firstTimestamp)} – ${yearOf(lastTimestamp)}`,
          note: 'when the ratings were given',
        },
      ]}
    />
  );
}
