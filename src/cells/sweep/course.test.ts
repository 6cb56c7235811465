import { describe, expect, test } from 'vitest';
import { READY } from '../../core/cell-machine.ts';
import { testRecord } from '../../core/run-record.fixture.ts';
import type { RunRecord } from '../../core/run-record.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { planSweep } from '../../core/sweep/plan.ts';
import { testSweep } from '../../core/sweep/sweep.fixture.ts';
import type { SweepSettings } from '../../core/sweep/sweep-settings.ts';
import { courseOf } from './course.ts';
import { sizeWords, stateWords } from './course-words.ts';

const BASE = resolve({ epochs: 2 });
const { data } = testRecord();
const planOf = (parts: Partial<SweepSettings> = {}) => planSweep(testSweep(parts), BASE, data);
const trialsOf = (count: number, parts: Partial<RunRecord> = {}) =>
  new Map(
    Array.from({ length: count }, (_, place) => {
      const startedAt = 10_000 * place;
      return [place, testRecord({ epochs: 2 }, { seconds: 3, startedAt, ...parts })] as const;
    }),
  );
const GOING = { run: { phase: 'running' }, waits: false, isOfData: true } as const;

describe('the course of a sweep', () => {
  test('is told by its epochs, and the time left by the trials that are done', () => {
    expect(courseOf(planOf(), trialsOf(2), 1)).toMatchObject({
      done: 2,
      of: 6,
      share: 2.5 / 6,
      secondsLeft: 10.5,
      isOver: false,
    });
  });

  test('is over with its last trial, or with its time', () => {
    expect(courseOf(planOf(), trialsOf(6), null)).toMatchObject({ share: 1, isOver: true });
    expect(courseOf(planOf({ seconds: 10 }), trialsOf(4), null)).toMatchObject({ isOver: false, isTimeUp: true });
    expect(courseOf(planOf({ seconds: 10 }), trialsOf(2), null).secondsLeft).toBe(4);
  });

  test('says what is best, what failed and what it waits for', () => {
    const plan = planOf();
    const course = courseOf(plan, trialsOf(2), 0);
    expect(stateWords(course, plan, GOING)).toBe('2 of 6 trials done. Best RMSE so far: 0.910. About 12 s left.');
    expect(stateWords(course, plan, { ...GOING, waits: true })).toContain('waits until the other training is over');
    expect(stateWords(course, plan, { ...GOING, run: READY, isOfData: false })).toContain('load MovieLens to continue');
    const failed = courseOf(plan, trialsOf(1, { outcome: 'failed', epochs: [] }), 0);
    expect(stateWords(failed, plan, GOING)).toMatch(/^1 of 6 trials done\. 1 trial failed/);
  });
});

describe('the size of a sweep', () => {
  test('is said before it starts, too many trials as well', () => {
    expect(sizeWords(testSweep(), BASE, [testRecord()], data)).toBe('6 trials, about 15 s.');
    const many = testSweep({ method: 'random', trials: 5000 });
    expect(sizeWords(many, BASE, [testRecord()], data)).toBe('5,000 trials, about 3 h 28 min.');
  });

  test('has no time before there is a run of the model on this data', () => {
    expect(sizeWords(testSweep(), BASE, [testRecord({ model: 'mlp' })], data)).toContain('is known after the first run');
  });

  test('is not said of ranges that make no trials', () => {
    expect(sizeWords(testSweep({ axes: [] }), BASE, [], data)).toBe('');
  });
});
