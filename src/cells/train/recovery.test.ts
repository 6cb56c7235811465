import { expect, test } from 'vitest';
import type { DataSummary } from '../../core/data-summary.ts';
import type { KeptRun } from '../../core/kept-run.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { planRecovery, recoveryWords } from './recovery.ts';

const DATA = { name: 'test', sha256: null, ratings: 3 } as DataSummary;
const OTHER = { ...DATA, ratings: 4 };
const WANTED = resolve({ epochs: 10, seed: 3 });
const keptOf = (change: Partial<KeptRun>): KeptRun =>
  ({ id: 'a', configuration: WANTED, data: DATA, epochsDone: 4, ended: null, ...change }) as KeptRun;
const training = { going: WANTED, inUse: null };
const atRest = { going: null, inUse: { configuration: WANTED, data: DATA } };

test('a run that was going goes on from what was kept of it', () => {
  const kept = keptOf({});
  const recovery = planRecovery(training, [kept], DATA);
  expect(recovery).toEqual({ kind: 'restore', kept, goOn: true });
  expect(recoveryWords(recovery)).toBe('It was restarted, and the run continues after epoch 4.');
});

test('another run that was kept is not taken for it, however new: it begins again', () => {
  const others = [keptOf({ configuration: resolve({ epochs: 10, seed: 4 }) }), keptOf({ data: OTHER })];
  const recovery = planRecovery(training, others, DATA);
  expect(recovery).toEqual({ kind: 'train', configuration: WANTED });
  expect(recoveryWords(recovery)).toBe('It was restarted, and the run started again.');
  const kept = keptOf({ id: 'own' });
  expect(planRecovery(training, [...others, kept], DATA)).toMatchObject({ kind: 'restore', kept: { id: 'own' } });
});

test('how many movies are shown does not make it another run', () => {
  const kept = keptOf({ configuration: { ...WANTED, minRatings: WANTED.minRatings + 1 } });
  expect(planRecovery(training, [kept], DATA)).toMatchObject({ kind: 'restore' });
});

test('a run that had ended is not trained any further', () => {
  const kept = keptOf({ epochsDone: 10, ended: 'done' });
  expect(planRecovery(training, [kept], DATA)).toEqual({ kind: 'restore', kept, goOn: false });
  const recovery = planRecovery(atRest, [kept], DATA);
  expect(recovery).toEqual({ kind: 'restore', kept, goOn: false });
  expect(recoveryWords(recovery)).toBe('It was restarted, and the model is that of epoch 10.');
});

test('a model of which nothing is kept is lost, and so is one whose data is not there', () => {
  expect(planRecovery(atRest, [], DATA)).toEqual({ kind: 'lost' });
  expect(planRecovery(atRest, [keptOf({})], OTHER)).toEqual({ kind: 'lost' });
  expect(planRecovery(training, [keptOf({})], null)).toEqual({ kind: 'lost' });
});

test('where nothing was trained there is nothing to get back', () => {
  expect(planRecovery({ going: null, inUse: null }, [keptOf({})], DATA)).toEqual({ kind: 'nothing' });
});
