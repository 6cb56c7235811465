import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '../../src/core/hyperparameters.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { readSettings } from '../../src/state/address/settings-text.ts';
import { readEvaluateOptions } from './options.mjs';

const read = (...words: string[]) =>
  readEvaluateOptions(['--data', 'bundled', ...words], { PRESETS, readSettings, SETTING_NAMES });

it('becomes settings of the page, the later ones over those of the preset', async () => {
  const { settings, data, json } = await read(
    '--preset',
    'quick',
    '--split',
    'random:0.2',
    '--seed',
    '7',
    '--set',
    'epochs=9',
    '--json',
  );
  expect([data, json]).toEqual([{ kind: 'bundled' }, true]);
  expect(settings).toMatchObject({ userFactors: 16, validationShare: 0.2, seed: 7, epochs: 9 });
  expect((await read('--split', 'leave-last:3')).settings).toMatchObject({ split: 'leave-last', validationPerUser: 3 });
  expect((await read('--model', 'mlp', '--set', 'hidden=8,4')).settings).toMatchObject({ model: 'mlp', hidden: [8, 4] });
});

describe('nonsense is named', () => {
  it.each([
    [['--preset', 'Worst'], /--preset takes "Default", /],
    [['--split', '0.2'], '--split takes random:0.2, time-cut:0.2 or leave-last:1, not "0.2".'],
    [['--set', 'epochs'], '--set takes name=value, not "epochs".'],
    [['--set', 'epochs=many'], /epochs to “many”, which is not/],
    [['--set', 'epoch=3'], 'There is no setting "epoch".'],
    [['--model', 'dott'], /model to “dott”/],
  ])('%j', async (words, message) => await expect(read(...words)).rejects.toThrow(message));
});
