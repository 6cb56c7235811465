import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../src/core/hyperparameters.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { sanitise } from '../../src/core/settings/sanitise.ts';
import { readOptions } from './options.mjs';

const limits = { SETTINGS, sanitise, PRESETS };
const read = (...words: string[]) => readOptions(['train', '--data', 'bundled', '--model', 'dot', ...words], limits);

it('becomes settings of the page; what is not given stays the page’s default, but for the list, which is left out', async () => {
  expect(await read()).toEqual({
    data: { kind: 'bundled' },
    settings: { model: 'dot', listWeight: 0 },
    restSeconds: 0,
    folder: 'dist',
    isolated: true,
    json: false,
  });
  const { settings } = await read('--dim', '8', '--split', 'random:0.2', '--l2', '0', '--lr', '1e-3', '--optimizer', 'lazy-adam');
  expect(settings).toEqual({
    model: 'dot',
    listWeight: 0,
    userFactors: 8,
    movieFactors: 8,
    validationShare: 0.2,
    l2: 0,
    learningRate: 0.001,
    optimizer: 'lazy-adam',
  });
  const preset = await read('--preset', 'lowest error', '--dim', '8');
  expect(preset.settings).toMatchObject({ optimizer: 'gibbs', ratedSet: true, ratedBy: true, userFactors: 8, listWeight: 0 });
  expect((await read('--list-weight', '0.8')).settings).toEqual({ model: 'dot', listWeight: 0.8 });
});

describe('nonsense is named, with what would be right', () => {
  it.each([
    [['--batch', '1e9'], '--batch takes a whole number from 16 to 16384, not "1e9".'],
    [['--batch', '0x40'], '--batch takes a whole number from 16 to 16384, not "0x40".'],
    [['--epochs', '2.5'], '--epochs takes a whole number from 1 to 200, not "2.5".'],
    [['--lr', 'Infinity'], '--lr takes a number from 0.00001 to 100, not "Infinity".'],
    [['--l2=-1'], '--l2 takes 0 or a number from 0.000001 to 1, not "-1".'],
    [['--seed', ''], '--seed takes a whole number from 0 to 2147483647, not "".'],
    [
      ['--split', '0.1'],
      '--split takes random: and the share that is held out, from 0.01 to 0.5, such as random:0.1, not "0.1".',
    ],
    [['--split', 'random:1'], 'such as random:0.1, not "random:1".'],
    [['--engine', 'gpu'], '--engine takes auto, webgpu, webgl, simd, wasm or cpu, not "gpu".'],
    [
      ['--data', 'no-such.zip'],
      '--data takes bundled, synthetic-1m, synthetic-25m or the path of a MovieLens zip; there is no file "no-such.zip".',
    ],
    [['--rest', 'soon'], '--rest takes a number of seconds from 0 to 60, not "soon".'],
    [['--fast'], "Unknown option '--fast'"],
  ])('%j', async (words, sentence) => {
    await expect(read(...words)).rejects.toThrow(sentence);
  });

  it('a command and the two options without which there is nothing to do', async () => {
    await expect(readOptions([], limits)).rejects.toThrow('The command is "train", not nothing.');
    await expect(readOptions(['train', '--model', 'dot'], limits)).rejects.toThrow('--data is missing.');
    await expect(readOptions(['train', '--data', 'bundled'], limits)).rejects.toThrow('--model is missing.');
  });
});
