import { expect, test } from 'vitest';
import { fitParallel, heightOf, joinPaths, type ParallelAxis, type Strand, shareAt } from './parallel.ts';

const axis = (name: string, stops: readonly number[], parts: Partial<ParallelAxis> = {}): ParallelAxis => ({
  ...{ name, title: name, scale: 'linear', write: String, stops, isNamed: false },
  ...parts,
});
const strand = (id: string, values: Strand['values']): Strand => ({ id, name: id, color: null, values });
const AXES = [axis('rate', [1, 2, 3]), axis('model', [0, 1], { isNamed: true }), axis('error', [0.8, 0.9])];

test('a line goes from axis to axis, and has a gap where it has no value', () => {
  const whole = strand('whole', [1, 0, 0.8]);
  const broken = strand('broken', [1, null, 0.8]);
  const { paths, axes, tracks } = fitParallel(AXES, [whole, broken], 900);
  expect(axes.map(({ x }) => x)).toEqual(axes.map(({ x }) => x).toSorted((a, b) => a - b));
  expect(paths.get('whole')).toMatch(/^M[\d. ]+L[\d. ]+L[\d. ]+$/);
  expect(paths.get('broken')).toMatch(/^M[\d. ]+M[\d. ]+$/);
  expect(tracks[1]?.points[1]).toBeNull();
});

test('the lines of many are one path', () => {
  const parallel = fitParallel(AXES, [strand('a', [1, 0, 0.8]), strand('b', [2, 1, 0.9])], 900);
  expect(joinPaths(parallel, [strand('b', [])])).toBe(parallel.paths.get('b'));
  expect(joinPaths(parallel, [strand('a', []), strand('b', [])])).toBe(`${parallel.paths.get('a')}${parallel.paths.get('b')}`);
});

test('axes take as much room as they need, and no less than there is', () => {
  expect(fitParallel(AXES, [], 2000).width).toBe(2000);
  expect(fitParallel(AXES, [], 100).width).toBeGreaterThan(300);
});

test('what stands at a height is where it was drawn, within the axis', () => {
  const [rate] = fitParallel(AXES, [], 900).axes;
  const drawn = rate?.axis ?? expect.fail();
  const share = shareAt(heightOf(2, drawn));
  expect(drawn.min + share * (drawn.max - drawn.min)).toBeCloseTo(2);
  expect([shareAt(-50), shareAt(9999)]).toEqual([1, 0]);
});

test('names stand at their stops, with room around the first and the last', () => {
  const [, model] = fitParallel(AXES, [], 900).axes;
  const { min, max } = model?.axis ?? expect.fail();
  expect([min, max]).toEqual([-0.5, 1.5]);
});
