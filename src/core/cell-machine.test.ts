import { describe, expect, test } from 'vitest';
import { type CellEvent, type CellRun, isBusy, READY, statusOf, transition } from './cell-machine.ts';

const ERROR = { code: 'diverged', message: 'It broke.', remedy: 'Mend it.' } as const;
const OTHER = { code: 'crashed', message: 'It fell.', remedy: 'Lift it.' } as const;

const RUNS: Readonly<Record<CellRun['phase'], CellRun>> = {
  ready: READY,
  running: { phase: 'running' },
  paused: { phase: 'paused' },
  done: { phase: 'done' },
  failed: { phase: 'failed', error: OTHER },
};
const EVENTS: Readonly<Record<CellEvent['kind'], CellEvent>> = {
  start: { kind: 'start' },
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  finish: { kind: 'finish' },
  fail: { kind: 'fail', error: ERROR },
  dismiss: { kind: 'dismiss' },
  reset: { kind: 'reset' },
};

/** The whole machine: by phase, where each event leads. */
const TABLE = {
  ready: { start: 'running', pause: 'ready', resume: 'ready', finish: 'ready', fail: 'ready', dismiss: 'ready', reset: 'ready' },
  running: {
    start: 'running',
    pause: 'paused',
    resume: 'running',
    finish: 'done',
    fail: 'failed',
    dismiss: 'running',
    reset: 'ready',
  },
  paused: {
    start: 'running',
    pause: 'paused',
    resume: 'running',
    finish: 'done',
    fail: 'failed',
    dismiss: 'paused',
    reset: 'ready',
  },
  done: { start: 'running', pause: 'done', resume: 'done', finish: 'done', fail: 'done', dismiss: 'done', reset: 'ready' },
  failed: {
    start: 'running',
    pause: 'failed',
    resume: 'failed',
    finish: 'failed',
    fail: 'failed',
    dismiss: 'done',
    reset: 'ready',
  },
} as const;

describe.each(Object.keys(TABLE) as (keyof typeof TABLE)[])('%s', (phase) => {
  test.each(Object.entries(TABLE[phase]))('%s leads to %s', (event, to) => {
    const before = RUNS[phase];
    const after = transition(before, EVENTS[event as CellEvent['kind']]);
    expect(after.phase).toBe(to);
    if (to === phase && event !== 'start') expect(after).toBe(before);
  });
});

test('a failure keeps its error; a later one does not replace it', () => {
  const failed = transition({ phase: 'running' }, EVENTS.fail);
  expect(failed).toEqual({ phase: 'failed', error: ERROR });
  expect(transition(RUNS.failed, EVENTS.fail)).toEqual({ phase: 'failed', error: OTHER });
});

test('a cell is busy while it runs or is paused', () => {
  expect(Object.values(RUNS).filter(isBusy)).toEqual([RUNS.running, RUNS.paused]);
});

test('only what is done can be stale', () => {
  for (const run of Object.values(RUNS)) {
    expect(statusOf(run, null)).toBe(run.phase);
    expect(statusOf(run, 'The seed changed.')).toBe(run.phase === 'done' ? 'stale' : run.phase);
  }
});
