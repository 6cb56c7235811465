import type { EpochReport, RunProgress } from '../core/run-report.ts';

/** The points of two polylines, as SVG writes them: "x,y x,y". */
export interface MiniCurve {
  readonly train: string;
  readonly validation: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The training and validation errors of a run in a box of this size: the first epoch at its left edge, the last that is planned at its right;
 * the smallest error at its bottom. Empty where there is no point yet.
 */
export function miniCurve(
  epochs: readonly EpochReport[],
  progress: RunProgress | null,
  planned: number,
  box: { readonly width: number; readonly height: number },
): MiniCurve {
  const train = epochs.map(({ epoch, trainError }): Point => ({ x: epoch, y: trainError }));
  if (progress?.trainError != null && progress.epoch > epochs.length) {
    train.push({ x: Math.max(1, progress.epoch - 1 + progress.step / progress.stepsPerEpoch), y: progress.trainError });
  }
  const validation = epochs.flatMap(({ epoch, validationError }): Point[] =>
    validationError === null ? [] : [{ x: epoch, y: validationError }],
  );
  const errors = [...train, ...validation].map(({ y }) => y);
  const [least, most] = [Math.min(...errors), Math.max(...errors)];
  const write = (points: readonly Point[]): string =>
    points
      .map(({ x, y }) => {
        const across = planned > 1 ? (x - 1) / (planned - 1) : 0;
        const down = most > least ? (most - y) / (most - least) : 0.5;
        return `${round(across * box.width)},${round(down * box.height)}`;
      })
      .join(' ');
  return { train: write(train), validation: write(validation) };
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
