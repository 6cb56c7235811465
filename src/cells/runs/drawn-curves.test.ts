import { expect, test } from 'vitest';
import { testRecord } from '../../core/run-record.fixture.ts';
import { atTheirPlaces, colourOf, curvesOfRuns } from './drawn-curves.ts';

const [a, b] = [testRecord({}, { id: 'a' }), testRecord({ loss: 'bpr' }, { id: 'b' })];

test('a curve goes by epochs or by the seconds up to each of them', () => {
  expect(curvesOfRuns([a], ['a'], 'rmse', 'epoch').series[0]?.points).toEqual([
    { x: 1, y: 0.91 },
    { x: 2, y: 0.95 },
  ]);
  expect(curvesOfRuns([a], ['a'], 'ndcg', 'seconds').series[0]?.points).toEqual([
    { x: 1, y: 0.2 },
    { x: 2.5, y: 0.3 },
  ]);
});

test('a run has the colour of its place, whichever others are drawn', () => {
  const { series } = curvesOfRuns([a, b], [null, 'b', 'a'], 'ndcg', 'epoch');
  expect(series.map(({ color }) => color)).toEqual([colourOf(1), colourOf(2)]);
});

test('a run that has no error in stars is named, not drawn', () => {
  expect(curvesOfRuns([a, b], ['a', 'b'], 'rmse', 'epoch')).toMatchObject({ series: [{ name: 'Run 1' }], without: ['Run 1'] });
});

test('runs of one name have curves of two', () => {
  const { series } = curvesOfRuns([a, b], ['a', 'b'], 'ndcg', 'epoch');
  expect(series.map(({ name }) => name)).toEqual(['Run 1', 'Run 1 (2)']);
});

test('the series of a chart stay in their order, whichever runs are drawn', () => {
  const drawn = [null, 'b', 'a'];
  const all = atTheirPlaces(curvesOfRuns([a, b], drawn, 'rmse', 'epoch').series, drawn);
  expect(all.map(({ color }) => color)).toEqual([0, 1, 2].map(colourOf));
  expect(all.map(({ points }) => points.length)).toEqual([0, 0, 2]);
});
