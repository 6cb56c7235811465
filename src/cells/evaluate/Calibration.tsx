import { useMemo } from 'react';
import { CurveChart } from '../../charts/CurveChart.tsx';
import type { CalibrationBin } from '../../core/evaluate/calibration.ts';

interface CalibrationProps {
  readonly bins: readonly CalibrationBin[];
}

const X = { title: 'predicted stars' } as const;
const Y = { title: 'stars given', digits: 2 } as const;

/** Whether a prediction of four stars gets four stars, on average. */
export function Calibration({ bins }: CalibrationProps) {
  const series = useMemo(
    () => [
      {
        name: 'As predicted',
        color: '--color-reference',
        dashed: true,
        points: bins.map(({ predicted }) => ({ x: predicted, y: predicted })),
      } as const,
      {
        name: 'Given',
        color: '--color-validation',
        points: bins.map(({ predicted, given }) => ({ x: predicted, y: given })),
      } as const,
    ],
    [bins],
  );
  return <CurveChart title="Calibration: given stars by predicted stars" series={series} x={X} y={Y} empty="" />;
}
