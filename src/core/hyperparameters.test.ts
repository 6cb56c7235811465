import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appliesTo, batchSizeOf, type Configuration, SETTING_NAMES, SETTINGS, type SplitStrategy } from './hyperparameters.ts';
import { type ModelName, NETWORK_NAMES } from './model-name.ts';
import { DATA_SIZES, LARGE_FROM, sizeOf } from './settings/data-size.ts';
import { defaultsFor, resolve } from './settings/defaults.ts';
import { sanitise } from './settings/sanitise.ts';
import type { Setting } from './settings/setting.ts';
import { DEFAULTS, LIST_WEIGHT } from './settings/tuned.ts';

const MODELS: readonly ModelName[] = ['dot', 'mlp'];

const value = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.double({ min: -1, max: 2 }),
  fc.array(fc.double(), { maxLength: 12 }),
  fc.array(fc.integer({ min: -5, max: 1000 }), { maxLength: 12 }),
  fc.boolean(),
  fc.constantFrom('dot', 'mlp', 'raw', 'sigmoid', 'adam', 'sgd', 'relu', 'time-cut', 'min-max', 'standardised'),
  fc.anything(),
);

/** Whether a value may stand in a configuration, by the words of the setting. */
function fits(setting: Setting, value: unknown): boolean {
  if (Object.is(value, -0)) return false;
  switch (setting.kind) {
    case 'switch':
      return value === true || value === false;
    case 'choice':
      return setting.options.some((option) => option.value === value);
    case 'seed':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= setting.max;
    case 'widths':
      return (
        Array.isArray(value) &&
        value.length <= setting.maxLayers &&
        value.every((width) => Number.isInteger(width) && width >= setting.min && width <= setting.max)
      );
    case 'number': {
      if (setting.zero && value === 0) return true;
      const inside = typeof value === 'number' && value >= setting.min && value <= setting.max;
      return inside && (!setting.integer || Number.isInteger(value));
    }
  }
}

describe.each(SETTING_NAMES)('%s', (name) => {
  const setting = SETTINGS[name];

  test('whatever is given, the sanitised value fits or there is none', () => {
    fc.assert(
      fc.property(value, (value) => {
        const fit = sanitise(name, value);
        expect(fit === undefined || fits(setting, fit)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('sanitising twice changes nothing more', () => {
    fc.assert(
      fc.property(value, (value) => {
        const once = sanitise(name, value);
        if (once !== undefined) expect(sanitise(name, once)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  test('a value that fits is left alone', () => {
    fc.assert(
      fc.property(value, (value) => {
        if (fits(setting, value)) expect(sanitise(name, value)).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  test.each(MODELS)('the default of %s fits, on data of any size', (model) => {
    for (const size of DATA_SIZES) expect(fits(setting, defaultsFor({ model }, size)[name])).toBe(true);
  });

  test('says what it is and does', () => {
    expect(setting.label).toMatch(/^[A-Z]/);
    expect(setting.help).toMatch(/^[A-Z].*\.$/);
  });
});

describe('examples', () => {
  test.each([
    ['epochs', 12.4, 12],
    ['epochs', 0, 1],
    ['epochs', 1e9, 200],
    ['batchSize', -5, 16],
    ['learningRate', 1e-9, 1e-5],
    ['l2', 0, 0],
    ['l2', -1, 0],
    ['l2', 1e-9, 1e-6],
    ['dropout', 1, 0.9],
    ['decay', 0.1, 0.5],
    ['validationShare', 0, 0.01],
    ['seed', -1, 0],
    ['seed', 2 ** 40, 2 ** 31 - 1],
    ['seed', 7.6, 8],
    ['hidden', [], []],
    ['hidden', [64.4, 0, 10_000], [64, 1, 512]],
    ['hidden', [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5]],
    ['epochs', '12', undefined],
    ['epochs', Number.NaN, undefined],
    ['epochs', Number.POSITIVE_INFINITY, undefined],
    ['seed', null, undefined],
    ['hidden', [64, 'x'], undefined],
    ['hidden', 64, undefined],
    ['biases', 1, undefined],
    ['model', 'svd', undefined],
    ['model', 'constructor', undefined],
  ] as const)('%s: %j becomes %j', (name, given, expected) => {
    expect(sanitise(name, given)).toEqual(expected);
  });
});

test('a configuration is the defaults of its model with the overrides on top', () => {
  expect(resolve({ listWeight: 0 })).toEqual(DEFAULTS.dot);
  expect(resolve({ model: 'mlp', listWeight: 0 })).toEqual(DEFAULTS.mlp);
  expect(resolve({ model: 'mlp', listWeight: 0, epochs: 3 })).toEqual({ ...DEFAULTS.mlp, epochs: 3 });
});

describe('stars and list', () => {
  test.each(NETWORK_NAMES)('are what a %s starts with, at rates of their own', (model) => {
    for (const size of DATA_SIZES) {
      const both = resolve({ model }, size);
      expect(both.listWeight).toBe(LIST_WEIGHT[size]);
      expect(both.learningRate).toBeGreaterThan(resolve({ model, listWeight: 0 }, size).learningRate);
      expect(defaultsFor({ model, learningRate: 0.3 }, size).learningRate).toBe(both.learningRate);
    }
  });

  test('are for engines that learn lists; others start with stars alone, and keep what was chosen', () => {
    for (const engine of ['webgl', 'webgpu', 'wasm', 'cpu'] as const) {
      expect(resolve({ engine })).toEqual({ ...DEFAULTS.dot, engine });
      expect(resolve({ engine, listWeight: 0.3 }).listWeight).toBe(0.3);
    }
    expect(resolve({ engine: 'simd' })).toEqual({ ...resolve({}), engine: 'simd' });
  });

  test('are of stars and of networks with one size of embeddings', () => {
    for (const overrides of [
      { loss: 'bpr' },
      { loss: 'implicit' },
      { model: 'ease' },
      { userFactors: 8, movieFactors: 4 },
    ] as const) {
      expect(resolve(overrides).listWeight).toBe(0);
    }
    for (const loss of ['absolute', 'huber'] as const) expect(resolve({ loss }).listWeight).toBe(LIST_WEIGHT.small);
  });

  test('bring the size of one embedding to the other where that was not given one', () => {
    for (const given of [{ userFactors: 8 }, { movieFactors: 8 }] as const) {
      expect(resolve(given)).toMatchObject({ userFactors: 8, movieFactors: 8, listWeight: LIST_WEIGHT.small });
      expect(resolve({ ...given, listWeight: 0 })).toMatchObject({ ...given, listWeight: 0 });
    }
    expect(resolve({ userFactors: 8, listWeight: 0 }).movieFactors).toBe(DEFAULTS.dot.movieFactors);
  });
});

test('large data has defaults of its own for what depends on the number of ratings, and no more', () => {
  expect([50_000, LARGE_FROM - 1, LARGE_FROM].map(sizeOf)).toEqual(['small', 'small', 'large']);
  const differing = SETTING_NAMES.filter(
    (name) => JSON.stringify(resolve({}, 'small')[name]) !== JSON.stringify(resolve({}, 'large')[name]),
  );
  expect(differing).toEqual(['listWeight', 'decay', 'batchSize', 'epochs', 'l2', 'biasL2', 'listL2']);
  expect(resolve({ epochs: 3 }, 'large')).toEqual({ ...defaultsFor({}, 'large'), epochs: 3 });
});

describe('few ratings', () => {
  const FEW = [600, 2500, 10_000, 50_000].map((below) => below - 1);
  const stepsOf = (ratings: number, { batchSize, epochs }: Configuration) => epochs * Math.ceil((0.9 * ratings) / batchSize);

  test.each(NETWORK_NAMES)('have smaller batches and as many steps as a %s needs, however few they are', (model) => {
    for (const listWeight of [undefined, 0]) {
      const overrides = { model, ...(listWeight === 0 && { listWeight }) };
      const atLeast = stepsOf(50_000, resolve(overrides, 'small'));
      for (const ratings of [420, ...FEW]) expect(stepsOf(ratings, resolve(overrides, sizeOf(ratings)))).toBeGreaterThan(atLeast);
    }
  });

  test('leave out fewer movies, the fewer ratings there are', () => {
    const least = [48, 1000, 5000, 20_000, 100_000, 1_000_000].map((ratings) => resolve({}, sizeOf(ratings)).minRatings);
    expect(least).toEqual([1, 2, 3, 5, 10, 10]);
  });

  test('sweep over rows that are solved or drawn as often as over more ratings', () => {
    for (const optimizer of ['als', 'gibbs'] as const) {
      const epochs = (['small', 'under-600', 'under-200'] as const).map((size) => resolve({ optimizer }, size).epochs);
      expect(new Set(epochs).size).toBe(1);
    }
  });

  test('change nothing that was set', () => {
    expect(resolve({ epochs: 3, batchSize: 4096, decay: 0.7, minRatings: 7 }, 'under-600')).toMatchObject({
      epochs: 3,
      batchSize: 4096,
      decay: 0.7,
      minRatings: 7,
    });
  });
});

test('settings and defaults name the same things', () => {
  for (const model of MODELS) {
    expect(Object.keys(DEFAULTS[model]).sort()).toEqual([...SETTING_NAMES].sort());
    expect(DEFAULTS[model].model).toBe(model);
  }
});

test('each model has the settings that its graph reads', () => {
  const only = (model: ModelName) =>
    SETTING_NAMES.filter((name) => MODELS.every((m) => appliesTo(name, { ...DEFAULTS[m], listWeight: 0 }) === (m === model)));
  expect(only('dot')).toEqual(['gravity']);
  const split = (split: SplitStrategy) =>
    SETTING_NAMES.filter((name) => name !== 'seed' && SETTINGS[name].group === 'split' && appliesTo(name, resolve({ split })));
  expect(split('random')).toEqual(['split', 'validationShare', 'testShare']);
  expect(split('leave-last')).toEqual(['split', 'validationPerUser', 'testPerUser']);
  expect(split('time-cut')).toEqual(['split', 'validationShare', 'testShare']);
  expect(split('files')).toEqual(['split', 'validationShare']);
  expect(split('none')).toEqual(['split']);
  expect(['random', 'none'].map((split) => appliesTo('patience', resolve({ split: split as SplitStrategy })))).toEqual([
    true,
    false,
  ]);
  const layers = SETTING_NAMES.filter((name) => appliesTo(name, DEFAULTS.mlp) && !appliesTo(name, DEFAULTS.dot));
  expect(layers).toEqual(['hidden', 'activation', 'dropout']);
});

test('the learning rate starts where the optimizer needs it; a rate that was chosen stays', () => {
  const rates = (['adam', 'lazy-adam', 'sgd', 'adagrad'] as const).map((optimizer) => resolve({ optimizer }).learningRate);
  expect(rates[0]).toBe(rates[1]);
  expect(Math.min(...rates.slice(2))).toBeGreaterThan(100 * (rates[0] as number));
  expect(resolve({ optimizer: 'sgd', learningRate: 0.3 }).learningRate).toBe(0.3);
});

test('single ratings are learned by the squared error of a plain dot product alone', () => {
  const plain = { genres: false, ratedSet: false, output: 'raw', listWeight: 0, gravity: 0, clip: 0, movieFactors: 8 };
  const asked = {
    genres: true,
    ratedSet: true,
    output: 'sigmoid',
    listWeight: 0.5,
    gravity: 3,
    clip: 1,
    movieFactors: 9,
  } as const;
  const configuration = resolve({ ...asked, optimizer: 'sgd-by-rating', userFactors: 8 });
  expect(configuration).toMatchObject({ ...plain, optimizer: 'sgd-by-rating' });
  expect(appliesTo('batchSize', configuration)).toBe(false);
  expect(batchSizeOf(configuration)).toBe(1);
  for (const other of [{ model: 'mlp' }, { loss: 'huber' }, { loss: 'bpr' }, { loss: 'implicit' }] as const) {
    expect(resolve({ optimizer: 'sgd-by-rating', ...other }).optimizer).toBe('adam');
  }
});

test('rows are solved or drawn by the squared error of a dot product alone; drawn ones know which ratings there are', () => {
  const asked = { genres: true, ratedSet: true, ratedBy: true, listWeight: 0.5, patience: 3, target: 'min-max' } as const;
  const drawn = resolve({ ...asked, optimizer: 'gibbs', userFactors: 8, biases: false });
  const always = { genres: false, listWeight: 0, movieFactors: 8 };
  expect(drawn).toMatchObject({ ...always, ratedSet: true, ratedBy: true, biases: true, patience: 0, target: 'standardised' });
  const solved = resolve({ ...asked, optimizer: 'als', userFactors: 8, biases: false });
  expect(solved).toMatchObject({ ...always, ratedSet: false, ratedBy: false, biases: false, patience: 3, target: 'min-max' });
  const names = ['learningRate', 'batchSize', 'l2', 'ratedSet', 'ratedBy', 'target', 'epochs', 'userFactors'] as const;
  expect(names.filter((name) => appliesTo(name, drawn))).toEqual(['ratedSet', 'ratedBy', 'epochs', 'userFactors']);
  expect(names.filter((name) => appliesTo(name, solved))).toEqual(['l2', 'target', 'epochs', 'userFactors']);
  for (const optimizer of ['als', 'gibbs'] as const) {
    expect(resolve({ optimizer, model: 'mlp' }).optimizer).toBe('adam');
    expect(resolve({ optimizer, loss: 'huber' }).optimizer).toBe('adam');
  }
});

test('the decay applies to the schedule that uses it alone', () => {
  const having = (['constant', 'exponential', 'cosine', 'one-cycle'] as const).filter((schedule) =>
    appliesTo('decay', resolve({ schedule })),
  );
  expect(having).toEqual(['exponential']);
});

describe('iALS', () => {
  const configuration = resolve({ loss: 'implicit', userFactors: 20, biases: true, genres: true, output: 'sigmoid' });

  test('has what rows are solved by, and nothing of gradients, biases or features', () => {
    const names = SETTING_NAMES.filter((name) => appliesTo(name, configuration));
    const own = ['liked', 'unobserved', 'regularisation', 'frequency'] as const;
    expect(names).toEqual(expect.arrayContaining([...own, 'userFactors', 'loss', 'epochs', 'patience', 'timeBudget', 'engine']));
    expect(names.filter((name) => appliesTo(name, resolve({})))).toEqual(names.filter((name) => !own.includes(name as 'liked')));
    for (const name of ['learningRate', 'optimizer', 'batchSize', 'l2', 'biases', 'movieFactors', 'genres', 'output'] as const) {
      expect(names).not.toContain(name);
    }
  });

  test('has as many factors on both sides, and scores that nothing is added to', () => {
    expect(configuration).toMatchObject({ userFactors: 20, movieFactors: 20, biases: false, genres: false, output: 'raw' });
  });

  test('is of the dot product alone', () => {
    expect(resolve({ model: 'mlp', loss: 'implicit' }).loss).toBe('squared');
    expect(resolve({ model: 'ease', loss: 'implicit' }).loss).toBe('squared');
  });
});

test('EASE goes by what is liked and by its regularisation, which is stronger on large data', () => {
  const ease = resolve({ model: 'ease' });
  const own = SETTING_NAMES.filter(
    (name) => appliesTo(name, ease) && ['model', 'features', 'training'].includes(SETTINGS[name].group),
  );
  expect(own).toEqual(['model', 'ridge', 'liked']);
  expect(resolve({ model: 'ease' }, 'large').ridge).toBeGreaterThan(ease.ridge);
});
