import { expect, test } from 'vitest';
import type { KeptRun } from '../../../core/kept-run.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import type { RunStart } from '../../../core/run-report.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import { otherChoices } from './others.ts';

const DATA = { kind: 'bundled', name: 'MovieLens', sha256: 'a', reading: '1' } as unknown as KeptRun['data'];
const kept = (id: string, data = DATA) => ({ id, data, savedAt: 5, configuration: resolve({}) }) as unknown as KeptRun;
const IN_USE = { runId: 'used', data: DATA, configuration: resolve({ model: 'ease' }) } as unknown as RunStart;

test('other runs on the same data by their names, and the baselines that are not in use', () => {
  const records = [{ id: 'a', number: 3, name: '' }] as unknown as readonly RunRecord[];
  const weights = [
    kept('used'),
    kept('a'),
    kept('b', { ...DATA, kind: 'synthetic', name: 'Other', sha256: null } as KeptRun['data']),
  ];
  const choices = otherChoices({ records, weights }, IN_USE);
  expect(choices.map(({ value }) => value)).toEqual(['run:a', 'mean', 'bias', 'popular', 'neighbours']);
  expect(choices[0]).toMatchObject({
    label: expect.stringMatching(/^Run 3: Dot product/),
    other: { kind: 'run', id: 'a', savedAt: 5 },
  });
});
