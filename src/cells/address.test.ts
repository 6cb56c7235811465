import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Overrides, SETTING_NAMES, SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import { DATA_SIZES } from '../core/settings/data-size.ts';
import { defaultsFor, resolve } from '../core/settings/defaults.ts';
import { sanitise } from '../core/settings/sanitise.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import { withoutDefaults } from '../state/address/settings-text.ts';
import type { NamedData } from '../state/data-choice.ts';
import { openNotebook } from './notebook.fixture.ts';

/** The settings and the problems that an address is read as. */
function readHash(hash: string) {
  const { open, store } = openNotebook({});
  open(hash);
  const { overrides, recommend, data, addressProblems: problems } = store.getState();
  return { overrides, userText: recommend.userText === '' ? null : recommend.userText, data: data.wanted, problems };
}

/** The address of an experiment. */
function writeHash(overrides: Overrides, userText: string, data: NamedData): string {
  const { open, actions, address } = openNotebook({});
  open(`#data=${data}`);
  actions.takeSettings(overrides);
  void actions.recommend(userText);
  return address();
}

/** A value that may stand in a configuration, made by the settings' own description. */
function settingValue(name: SettingName): fc.Arbitrary<unknown> {
  const setting = SETTINGS[name];
  switch (setting.kind) {
    case 'switch':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...setting.options.map(({ value }) => value));
    case 'widths':
      return fc.array(fc.integer({ min: setting.min, max: setting.max }), { maxLength: setting.maxLayers });
    case 'seed':
      return fc.integer({ min: 0, max: setting.max });
    case 'number': {
      const { min, max } = setting;
      const inside = setting.integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((value) => value + 0);
      return setting.zero ? fc.oneof(fc.constant(0), inside) : inside;
    }
  }
}

const overrides = fc.record(Object.fromEntries(SETTING_NAMES.map((name) => [name, settingValue(name)])), {
  requiredKeys: [],
}) as fc.Arbitrary<Overrides>;
const userText = fc.string({ unit: 'binary', maxLength: 200 }).filter((text) => text.length <= 200);

const { dot, mlp } = DEFAULTS;

describe('an address holds an experiment', () => {
  test('what is written is read back equal, without a problem', () => {
    fc.assert(
      fc.property(
        overrides,
        userText,
        fc.constantFrom<NamedData>('bundled', 'ml-1m', 'synthetic-1m', 'synthetic-500x300x20000-seed7'),
        (chosen, userText, data) => {
          const kept = withoutDefaults(chosen);
          expect(readHash(writeHash(kept, userText, data))).toEqual({
            overrides: kept,
            userText: userText === '' ? null : userText,
            data,
            problems: [],
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each<readonly [Overrides, string, string]>([
    [{}, '', ''],
    [{}, '15', '#user=15'],
    [{ model: 'mlp', hidden: [64, 32, 16], seed: 7 }, '15', '#model=mlp&hidden=64,32,16&seed=7&user=15'],
    [{ model: 'mlp', hidden: [] }, '', '#model=mlp&hidden='],
    [{ learningRate: 1e-5, l2: 0, biases: false }, '', '#biases=false&learningRate=0.00001&l2=0'],
    [{}, 'a b&c=d', '#user=a+b%26c%3Dd'],
  ])('%j and “%s” is %s', (overrides, userText, hash) => {
    expect(writeHash(overrides, userText, 'bundled')).toBe(hash);
  });

  test('what equals the defaults of the model is left out; the first model goes without saying', () => {
    for (const size of DATA_SIZES) {
      expect(withoutDefaults({ ...resolve({}, size) }, [size])).toEqual({});
      expect(withoutDefaults({ ...resolve({ model: 'mlp' }, size) }, [size])).toEqual({ model: 'mlp' });
    }
    expect(withoutDefaults({ model: 'mlp', hidden: mlp.hidden, seed: mlp.seed + 1 })).toEqual({
      model: 'mlp',
      seed: mlp.seed + 1,
    });
    expect(readHash(`#schedule=${dot.schedule}&hidden=${dot.hidden}`).overrides).toEqual({});
  });

  test('what is left out changes nothing', () => {
    const size = fc.constantFrom(1, 16, DEFAULTS.dot.userFactors);
    const sizes = fc.record({ userFactors: size, movieFactors: size }, { requiredKeys: [] });
    fc.assert(
      fc.property(overrides, sizes, fc.constantFrom(...DATA_SIZES), (others, given, size) => {
        const { userFactors: _, movieFactors: __, ...rest } = others;
        const chosen = { ...rest, ...given } as Overrides;
        expect(resolve(withoutDefaults(chosen), size)).toEqual(resolve(chosen, size));
      }),
    );
  });

  test('what is the default on data of one size alone was chosen, and stays', () => {
    const { epochs } = defaultsFor({}, 'large');
    expect(epochs).not.toBe(dot.epochs);
    expect(readHash(`#epochs=${dot.epochs}`).overrides).toEqual({ epochs: dot.epochs });
    expect(resolve(readHash(`#epochs=${dot.epochs}`).overrides, 'large').epochs).toBe(dot.epochs);
    expect(readHash(`#epochs=${epochs}`).overrides).toEqual({ epochs });
  });

  test('the data set comes first; the bundled one goes without saying', () => {
    expect(writeHash({ epochs: 1 }, '15', 'synthetic-1m')).toBe('#data=synthetic-1m&epochs=1&user=15');
    expect(readHash('#epochs=1').data).toBe('bundled');
    expect(readHash('#data=bundled')).toMatchObject({ data: 'bundled', problems: [] });
  });

  test.each(['ml-99z', '', '<b>', 'Synthetic-1m', 'constructor'])(
    'the data set “%s” is unknown, and the bundled one stands in',
    (text) => {
      const message = `The address asks for the data set “${text}”, which is not one of bundled, ml-1m, synthetic-100k, synthetic-1m, synthetic-10m or synthetic-USERSxMOVIESxRATINGS; bundled is loaded.`;
      expect(readHash(`#data=${text}&epochs=3`)).toEqual({
        overrides: { epochs: 3 },
        userText: null,
        data: 'bundled',
        problems: [{ group: 'data', message }],
      });
    },
  );

  test('without # it is read as well', () => {
    expect(readHash('seed=7').overrides).toEqual({ seed: 7 });
  });
});

describe('what cannot be used is said in a sentence, and something usable takes its place', () => {
  test.each<readonly [string, Overrides, string, string]>([
    [
      '#epochs=abc',
      {},
      'training',
      `The address sets epochs to “abc”, which is not a whole number from 1 to 200; the default is used.`,
    ],
    [
      '#epochs=',
      {},
      'training',
      `The address sets epochs to “”, which is not a whole number from 1 to 200; the default is used.`,
    ],
    [
      '#epochs=NaN',
      {},
      'training',
      `The address sets epochs to “NaN”, which is not a whole number from 1 to 200; the default is used.`,
    ],
    [
      '#epochs=Infinity',
      {},
      'training',
      `The address sets epochs to “Infinity”, which is not a whole number from 1 to 200; the default is used.`,
    ],
    [
      '#epochs=1e999',
      {},
      'training',
      `The address sets epochs to “1e999”, which is not a whole number from 1 to 200; the default is used.`,
    ],
    [
      '#epochs=-3',
      { epochs: 1 },
      'training',
      'The address sets epochs to “-3”, which is not a whole number from 1 to 200; 1 is used.',
    ],
    [
      '#epochs=2.5',
      { epochs: 3 },
      'training',
      'The address sets epochs to “2.5”, which is not a whole number from 1 to 200; 3 is used.',
    ],
    [
      '#userFactors=1e9',
      { userFactors: 256 },
      'model',
      'The address sets user embedding size to “1e9”, which is not a whole number from 1 to 256; 256 is used.',
    ],
    [
      '#l2=-1',
      { l2: 0 },
      'training',
      'The address sets L2 of the factors to “-1”, which is not a number from 0 to 1; 0 is used.',
    ],
    [
      '#model=mlp&learningRate=x',
      { model: 'mlp' },
      'training',
      `The address sets learning rate to “x”, which is not a number from 0.00001 to 100; the default is used.`,
    ],
    [
      '#model=svd',
      {},
      'model',
      'The address sets model to “svd”, which is not one of dot, mlp, hybrid, mean, bias, popular, neighbours, ease; the default is used.',
    ],
    [
      '#model=__proto__',
      {},
      'model',
      'The address sets model to “__proto__”, which is not one of dot, mlp, hybrid, mean, bias, popular, neighbours, ease; the default is used.',
    ],
    ['#biases=1', {}, 'model', 'The address sets biases to “1”, which is not true or false; the default is used.'],
    [
      '#seed=4294967296',
      { seed: 2147483647 },
      'split',
      'The address sets seed to “4294967296”, which is not a whole number from 0 to 2147483647; 2147483647 is used.',
    ],
    [
      '#hidden=64,x',
      {},
      'model',
      `The address sets hidden layers to “64,x”, which is not a list of at most 5 whole numbers from 1 to 512; the default is used.`,
    ],
    [
      '#hidden=1,2,3,4,5,6,7',
      { hidden: [1, 2, 3, 4, 5] },
      'model',
      'The address sets hidden layers to “1,2,3,4,5,6,7”, which is not a list of at most 5 whole numbers from 1 to 512; 1 – 2 – 3 – 4 – 5 is used.',
    ],
    [
      '#hidden=0,9999',
      { hidden: [1, 512] },
      'model',
      'The address sets hidden layers to “0,9999”, which is not a list of at most 5 whole numbers from 1 to 512; 1 – 512 is used.',
    ],
    ['#__proto__=1', {}, 'page', 'The address has an unknown setting “__proto__”; it is ignored.'],
    ['#constructor=1', {}, 'page', 'The address has an unknown setting “constructor”; it is ignored.'],
    ['#toString', {}, 'page', 'The address has an unknown setting “toString”; it is ignored.'],
    [`#${'x'.repeat(5000)}=1`, {}, 'page', `The address has an unknown setting “${'x'.repeat(30)}…”; it is ignored.`],
  ])('%s', (hash, overrides, group, message) => {
    expect(readHash(hash)).toEqual({ overrides, userText: null, data: 'bundled', problems: [{ group, message }] });
  });

  test('of two models the last one counts', () => {
    expect(readHash('#model=dot&model=mlp').overrides).toEqual({ model: 'mlp' });
  });

  test('one bad part does not spoil the others', () => {
    const { overrides, userText, problems } = readHash('#epochs=x&seed=7&y=1&user=15&hidden=8');
    expect([overrides, userText, problems.length]).toEqual([{ seed: 7, hidden: [8] }, '15', 2]);
  });

  test('a long user text is cut', () => {
    expect(readHash(`#user=${'9'.repeat(1e6)}`).userText).toBe('9'.repeat(200));
  });
});

describe('no address can break the page', () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype);

  const survives = (hash: string): void => {
    const { overrides, userText, problems } = readHash(hash);
    for (const name of Object.keys(overrides) as SettingName[]) {
      expect(SETTING_NAMES).toContain(name);
      expect(sanitise(name, overrides[name])).toEqual(overrides[name]);
    }
    expect((userText ?? '').length).toBeLessThanOrEqual(200);
    for (const { message } of problems) {
      expect(message).toMatch(/^The address .*\.$/su);
      expect(message.length).toBeLessThan(300);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
  };

  test('random text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), survives), { numRuns: 3000 });
  });

  test('hostile settings', () => {
    const name = fc.oneof(
      fc.constantFrom<string>(...SETTING_NAMES, 'user'),
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'hasOwnProperty', '__proto__[x]', ''),
    );
    const text = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.constantFrom(
        'NaN',
        '-Infinity',
        '1e999',
        '-0',
        '0x7f',
        '1_000',
        'true',
        '%',
        '%zz',
        '%F0%28',
        '__proto__',
        '9'.repeat(400),
      ),
      fc.array(fc.double(), { maxLength: 30 }).map(String),
    );
    const pairs = fc.array(fc.tuple(name, text), { maxLength: 8 });
    fc.assert(
      fc.property(pairs, fc.boolean(), (pairs, encoded) => {
        const code = encoded ? encodeURIComponent : (text: string) => text;
        survives(`#${pairs.map(([name, text]) => `${name}=${code(text)}`).join('&')}`);
      }),
      { numRuns: 3000 },
    );
  });

  test('a list without end', () => {
    survives(`#hidden=${'1,'.repeat(200_000)}`);
    survives(`#${'a=1&'.repeat(1000)}`);
  });
});
