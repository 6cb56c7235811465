import { expect, test } from 'vitest';
import type { Overrides } from './hyperparameters.ts';
import { testRecord } from './run-record.fixture.ts';
import { testLooks } from './test-looks.ts';

const TEST = { error: 0.9, mae: 0.7, auc: null };
const looked = (overrides: Overrides = {}) => testRecord({ testShare: 0.1, ...overrides }, { test: TEST });

test('every run with a test error on these ratings is a look, whatever its model', () => {
  const records = [looked(), looked({ model: 'mlp' }), looked({ learningRate: 0.1 }), testRecord({ testShare: 0.1 })];
  expect(testLooks(records, looked())).toBe(3);
});

test('a run whose lists were measured there too is one look', () => {
  expect(testLooks([{ ...looked(), testedLists: true }], looked())).toBe(1);
});

test('another draw, or other data, is another test part', () => {
  const others = [
    looked({ seed: 2 }),
    looked({ testShare: 0.2 }),
    looked({ validationShare: 0.2 }),
    looked({ split: 'time-cut' }),
  ];
  const elsewhere = { ...looked(), data: { ...looked().data, reading: 'ffffffff' } };
  expect(testLooks([...others, elsewhere], looked())).toBe(0);
});

test('where the seed draws no test part it makes no other one', () => {
  for (const split of ['time-cut', 'leave-last', 'files'] as const) {
    expect(testLooks([looked({ split, seed: 1 }), looked({ split, seed: 2 })], looked({ split, seed: 3 }))).toBe(2);
  }
});
