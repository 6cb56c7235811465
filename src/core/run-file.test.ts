import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASELINE_NAMES, NETWORK_NAMES } from './model-name.ts';
import { NAME_LENGTH, NOTE_LENGTH, parseRunRecord } from './parse-run-record.ts';
import { readRunFile, writeRunFile } from './run-file.ts';
import { testRecord } from './run-record.fixture.ts';
import { DATA_SIZES } from './settings/data-size.ts';
import { defaultsFor } from './settings/defaults.ts';

const fileOf = (content: unknown): Blob => new Blob([typeof content === 'string' ? content : JSON.stringify(content)]);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a file of runs', () => {
  test('gives back what was written, as runs of somebody else', async () => {
    const records = [
      testRecord({ model: 'mlp', hidden: [8] }),
      testRecord({ loss: 'bpr' }, { id: 'b', test: null, baselines: null }),
      testRecord({}, { id: 'c', group: { id: 'g', place: 1 }, fold: { at: 2, of: 5 } }),
      testRecord({}, { id: 'd', test: { error: 1, mae: 1, auc: null }, testedLists: true }),
    ];
    const { records: read, unreadable } = await readRunFile(fileOf(writeRunFile(records)));
    expect(read).toEqual(records.map((record) => ({ ...record, origin: 'file' })));
    expect(unreadable).toBe(0);
  });

  test('of which a run is damaged still gives the others', async () => {
    const content = JSON.parse(writeRunFile([testRecord(), testRecord({}, { id: 'b' })]));
    content.runs[0].epochs[1].validationError = 'low';
    const { records, unreadable } = await readRunFile(fileOf(content));
    expect(records.map(({ id }) => id)).toEqual(['b']);
    expect(unreadable).toBe(1);
  });

  test.each([
    ['', 'is not JSON'],
    ['{"format":"matinee-runs"', 'is not JSON'],
    ['null', 'is not one of runs'],
    [[testRecord()], 'is not one of runs'],
    [{ format: 'matinee-runs', version: 1, runs: [] }, 'holds no runs'],
    [{ format: 'matinee-runs', version: 1, runs: [null, 3, [], {}] }, 'holds no run that is whole'],
    [{ format: 'matinee-runs', version: 2, runs: [] }, 'newer version'],
    [{ format: 'matinee-runs', version: 2, records: [] }, 'newer version'],
    [{ format: 'matinee-runs', version: 1, runs: [{ ...testRecord(), version: 2 }] }, 'newer version'],
  ])('that is none says so: %j', async (content, words) => {
    const refused = readRunFile(fileOf(content));
    await expect(refused).rejects.toMatchObject({ code: 'runs-unreadable', message: expect.stringContaining(words) });
    await expect(refused).rejects.toHaveProperty('remedy', expect.stringMatching(/\.$/));
  });
});

describe('a record from a file', () => {
  test('may have the defaults of any model on data of any size', () => {
    for (const model of [...NETWORK_NAMES, ...BASELINE_NAMES]) {
      for (const size of DATA_SIZES) {
        const record = testRecord({}, { configuration: defaultsFor({ model }, size) });
        expect(parseRunRecord(asJson(record)), `${model} on ${size} data`).toEqual({ ...record, origin: 'file' });
      }
    }
  });

  test('has the defaults for settings that came after it', () => {
    const record = testRecord();
    const { gravity: _, ...configuration } = record.configuration;
    expect(parseRunRecord({ ...record, configuration })?.configuration).toEqual(record.configuration);
  });

  test('has texts of bounded length', () => {
    const parsed = parseRunRecord(testRecord({}, { name: 'n'.repeat(9999), note: 'm'.repeat(9999) }));
    expect([parsed?.name.length, parsed?.note.length]).toEqual([NAME_LENGTH, NOTE_LENGTH]);
  });

  test.each([
    { version: 2 },
    { id: '../../etc' },
    { number: 1.5 },
    { startedAt: 1e300 },
    { name: { toString: 'x' } },
    { configuration: { ...testRecord().configuration, epochs: 1e9 } },
    { configuration: { ...testRecord().configuration, model: 'constructor' } },
    { data: { ...testRecord().data, sha256: 'x' } },
    { epochs: [{ epoch: 2, trainError: 1, validationError: 1, seconds: 1 }] },
    { epochs: Array.from({ length: 10_001 }, (_, at) => ({ epoch: at + 1, trainError: 1, validationError: 1, seconds: 1 })) },
    { outcome: 'won' },
    { group: { id: '', place: 0 } },
    { fold: { at: 3, of: 2 } },
    { fold: null },
    { seconds: -1 },
  ])('with a part that cannot be is refused (%#)', (damage) => {
    expect(parseRunRecord({ ...testRecord(), ...damage })).toBeNull();
  });

  test('is whole or null, whatever the file says, and is read the same again', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => parseRunRecord(value) === null));
    const names = Object.keys(testRecord());
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
        const parsed = parseRunRecord({ ...testRecord(), [name]: value });
        if (parsed === null) return;
        expect(Object.keys(parsed).sort()).toEqual(names.sort());
        expect(parseRunRecord(asJson(parsed))).toEqual(parsed);
      }),
    );
  });
});
