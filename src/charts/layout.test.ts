import { describe, expect, it } from 'vitest';
import type { CurvePoint, Curves } from './curve.ts';
import { layOut, wrap } from './layout.ts';

const measure = (text: string) => text.length * 7;

describe('wrap', () => {
  it('breaks at spaces where the next word does not fit', () => {
    expect(wrap('User and movie bias 0.909', 9 * 7, measure)).toEqual(['User and', 'movie', 'bias', '0.909']);
    expect(wrap('User and movie bias 0.909', 1000, measure)).toEqual(['User and movie bias 0.909']);
  });

  it('leaves a word whole that is too wide by itself', () => {
    expect(wrap('Autoencoder 0.9', 5 * 7, measure)).toEqual(['Autoencoder', '0.9']);
  });
});

const train: CurvePoint[] = [
  { x: 1, y: 1.1 },
  { x: 2, y: 0.96 },
];
const curves: Curves = {
  series: [
    { name: 'Training', color: '--color-train', points: train },
    { name: 'Validation', color: '--color-validation', points: [{ x: 2, y: 0.961 }] },
    { name: 'Waiting', color: '--color-ok', points: [] },
  ],
  references: [{ name: 'User and movie bias', value: 0.909 }],
  x: { title: 'epoch', last: 4 },
  y: { title: 'RMSE' },
};

describe('layOut', () => {
  const size = { width: 600, height: 300 };
  const { margin, plot, x, labels } = layOut(curves, size, measure);

  it('fills the size with the plot and its margins', () => {
    expect(plot.width + margin.left + margin.right).toBe(size.width);
    expect(plot.height + margin.top + margin.bottom).toBe(size.height);
  });

  it('labels every series that has a point where it ends, and references at the right edge', () => {
    expect(labels.map(({ text }) => text)).toEqual(['Training 0.960', 'Validation 0.961', 'User and movie bias', '0.909']);
    const after = (labels[0]?.x ?? 0) - (plot.width * (2 - x.min)) / (x.max - x.min);
    expect(after).toBeGreaterThan(0);
    expect(labels[2]?.x).toBeCloseTo(plot.width + after);
    expect(labels.map(({ color }) => color)).toContain('var(--color-train)');
  });

  it('moves labels apart whose lines end together, the higher value above', () => {
    const [training, validation] = labels;
    expect((training?.y ?? 0) - (validation?.y ?? 0)).toBeGreaterThanOrEqual(15);
  });

  it('leaves room for the widest label in the margin', () => {
    for (const { text, x: left } of labels) expect(left + measure(text)).toBeLessThanOrEqual(plot.width + margin.right);
  });

  it('still has a plot in a size that is too small', () => {
    expect(layOut(curves, { width: 50, height: 20 }, measure).plot).toEqual({ width: 40, height: 40 });
  });
});
