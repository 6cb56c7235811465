import { expect, test } from 'vitest';
import { testRecord } from '../../../core/run-record.fixture.ts';
import { duelCurves } from './duel-curves.ts';

const EPOCHS = [
  { epoch: 1, trainError: 1, validationError: 0.9, sampleNdcg: 0.1, seconds: 2 },
  { epoch: 2, trainError: 1, validationError: 0.8, seconds: 3 },
];
const names = ['A: Dot product', 'B: MLP'] as const;
const record = (id: string, place: number) => testRecord({}, { id, group: { id: 'g', place } });

test('curves go over the seconds that were used', () => {
  const [one] = duelCurves([EPOCHS, []], [], { of: 'error', names, seconds: 5, drawn: [null, null] });
  expect(one?.points).toEqual([
    { x: 2, y: 0.9 },
    { x: 5, y: 0.8 },
  ]);
  const [list] = duelCurves([EPOCHS, []], [], { of: 'list', names, seconds: 5, drawn: [null, null] });
  expect(list?.points).toEqual([
    { x: 2, y: 0.1 },
    { x: 5, y: Number.NaN },
  ]);
});

test('the epoch in which the time was used up is not drawn, as it does not count', () => {
  const [one] = duelCurves([EPOCHS, []], [], { of: 'error', names, seconds: 4, drawn: [null, null] });
  expect(one?.points).toEqual([{ x: 2, y: 0.9 }]);
});

test('a side has the colour of its run, and before that the one that it will get', () => {
  const colours = (...args: Parameters<typeof duelCurves>) => duelCurves(...args).map(({ color }) => color);
  const drawing = { of: 'error', names, seconds: 5 } as const;
  expect(colours([[], []], [], { ...drawing, drawn: ['x', null, 'y', null] })).toEqual(['--color-run-2', '--color-run-4']);
  expect(colours([[], []], [record('one', 0)], { ...drawing, drawn: ['x', 'one', 'y', null] })).toEqual([
    '--color-run-2',
    '--color-run-4',
  ]);
  const both = [record('two', 1), record('one', 0)];
  expect(colours([[], []], both, { ...drawing, drawn: ['two', null, 'one'] })).toEqual(['--color-run-3', '--color-run-1']);
});

test('where every colour is taken the two sides still differ', () => {
  const [one, other] = duelCurves([[], []], [], { of: 'error', names, seconds: 5, drawn: ['x', 'y', 'z'] });
  expect(one?.color).not.toBe(other?.color);
});
