import { describe, expect, test } from 'vitest';
import type { Configuration } from '../../../core/hyperparameters.ts';
import type { RecordedEpoch } from '../../../core/run-record.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import type { Both } from './contract.ts';
import { aheadIn, type Fought, literatureWords, resultWords } from './duel-words.ts';
import { onOneSplit, opponentOf, preparedDuel } from './sides.ts';

const SMALL = { feedback: 'ratings', size: 'small' } as const;
const curve = (...points: readonly (readonly [error: number, ndcg: number])[]): readonly RecordedEpoch[] =>
  points.map(([validationError, sampleNdcg], at) => ({ epoch: at + 1, trainError: 1, validationError, sampleNdcg, seconds: 2 }));
const fought = (sides: Both<Configuration>, ...epochs: Both<readonly RecordedEpoch[]>): Fought => ({
  request: { sides, seconds: 5 },
  epochs,
});
const PREPARED = preparedDuel(SMALL);

describe('after the same seconds', () => {
  test('the better of each figure is named with both values, whichever side it is', () => {
    const result = fought(PREPARED, curve([0.6, 0.1], [0.5, 0.2]), curve([0.4, 0.15]));
    expect(aheadIn(result)).toEqual({ error: 1, list: 0 });
    expect(resultWords(result)).toEqual([
      'B: MLP has the lower pairwise loss: 0.400 against 0.500.',
      'A: Dot product has the higher NDCG@10: 0.200 against 0.150.',
    ]);
  });

  test('what came after them does not count', () => {
    const result = fought(PREPARED, curve([0.6, 0.1], [0.5, 0.2], [0.1, 0.9]), curve([0.4, 0.15]));
    expect(aheadIn(result)).toEqual({ error: 1, list: 0 });
  });

  test('a side that finished no epoch is named', () => {
    expect(resultWords(fought(PREPARED, [], curve([1, 1])))).toEqual([
      'A: Dot product finished no epoch in 5.0 s. Choose more seconds.',
    ]);
  });

  test('errors of different losses are not compared, those of stars are', () => {
    const stars = resolve({ listWeight: 0 });
    const [first] = resultWords(fought([stars, PREPARED[1]], curve([1, 1]), curve([0.5, 0.5])));
    expect(first).toMatch(/different losses/);
    expect(aheadIn(fought([stars, resolve({ listWeight: 0.8 })], curve([1, 1]), curve([0.5, 1]))).error).toBe(1);
  });

  test('equal figures are nobody’s', () => {
    expect(resultWords(fought(PREPARED, curve([0.5, 0.1]), curve([0.5, 0.1])))).toEqual([
      'Neither has the lower pairwise loss: both have 0.500.',
      'Neither has the higher NDCG@10: both have 0.100.',
    ]);
  });
});

describe('what the literature found', () => {
  test('stands beside what happened, be it the same or the opposite', () => {
    expect(literatureWords(fought(PREPARED, curve([1, 0.2]), curve([1, 0.1])))?.here).toMatch(
      /dot product made the better lists too/,
    );
    expect(literatureWords(fought(PREPARED, curve([1, 0.1]), curve([1, 0.2])))?.here).toMatch(/opposite of what they found/);
    expect(literatureWords(fought(PREPARED, curve([1, 0.1]), []))?.here).toMatch(/do not tell the two apart/);
  });

  test('is of lists that each makes by its own scores', () => {
    const both = resolve({ model: 'mlp', listWeight: 0.8 });
    expect(literatureWords(fought([PREPARED[0], both], curve([1, 0.2]), curve([1, 0.1])))?.here).toMatch(
      /from a dot product beside it/,
    );
  });

  test('is about these two models alone', () => {
    expect(literatureWords(fought([PREPARED[0], PREPARED[0]], curve([1, 0.2]), curve([1, 0.1])))).toBeNull();
  });
});

describe('the sides', () => {
  test('are a dot product and an MLP that learn from pairs', () => {
    expect(PREPARED).toMatchObject([
      { model: 'dot', loss: 'bpr' },
      { model: 'mlp', loss: 'bpr' },
    ]);
  });

  test('an opponent is the other model with the same loss', () => {
    expect(opponentOf(resolve({ listWeight: 0.3 }), SMALL)).toMatchObject({ model: 'mlp', loss: 'squared', listWeight: 0.3 });
    expect(opponentOf(resolve({ model: 'mlp', loss: 'softmax' }), SMALL)).toMatchObject({ model: 'dot', loss: 'softmax' });
    expect(opponentOf(resolve({ loss: 'implicit' }), SMALL)).toMatchObject({ model: 'mlp', loss: 'bpr' });
  });

  test('hold out the same ratings', () => {
    const now = resolve({ split: 'leave-last', seed: 9 });
    for (const side of onOneSplit(PREPARED, now)) expect(side).toMatchObject({ split: 'leave-last', seed: 9, loss: 'bpr' });
  });
});
