import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import type { Configuration } from '../core/hyperparameters.ts';
import { NETWORK_NAMES, type NetworkName } from '../core/model-name.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import { createTarget, type TargetName } from '../core/target.ts';
import { type Graph, parameterCount, widthsOf } from './graph.ts';
import type { ModelContext } from './model.ts';
import { MODELS, networkOf } from './registry.ts';

const SCALE = { min: 0.5, max: 5, step: 0.5 };
const STARS = { mean: 3.54, deviation: 1.06 };

const contextOf = (target: TargetName, users = 11, movies = 13): ModelContext => ({
  users,
  movies,
  scale: SCALE,
  stars: STARS,
  target: createTarget(target, SCALE, STARS),
});

const configuration: fc.Arbitrary<Configuration & { readonly model: NetworkName }> = fc
  .record({
    model: fc.constantFrom(...NETWORK_NAMES),
    userFactors: fc.integer({ min: 1, max: 16 }),
    movieFactors: fc.integer({ min: 1, max: 16 }),
    biases: fc.boolean(),
    output: fc.constantFrom('raw', 'sigmoid'),
    target: fc.constantFrom('raw', 'min-max', 'standardised'),
    hidden: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }),
    activation: fc.constantFrom('relu', 'sigmoid'),
    dropout: fc.constantFrom(0, 0.1, 0.9),
  })
  .map((chosen) => ({ ...DEFAULTS[chosen.model], ...chosen }));

const build = (configuration: Configuration, ...sizes: readonly [number, number] | readonly []): Graph =>
  networkOf(configuration).build(configuration, contextOf(configuration.target, ...sizes));

test('every configuration builds a graph that fits together', () => {
  fc.assert(
    fc.property(configuration, (configuration) => {
      const graph = build(configuration);
      expect(widthsOf(graph).get(graph.nodes.at(-1)?.name as string)).toBe(1);
      const tables = graph.nodes.filter((node) => node.kind === 'embedding');
      expect(tables.every((node) => node.rows === (node.of === 'user' ? 11 : 13))).toBe(true);
    }),
  );
});

test('the number of parameters is what a calculation by hand gives', () => {
  fc.assert(
    fc.property(configuration, (configuration) => {
      const { model, userFactors: k, movieFactors: m, biases, hidden } = configuration;
      const tables = 11 * k + 13 * m;
      const widths = [k + m, ...hidden, 1];
      const layers = widths.slice(1).reduce((sum, width, i) => sum + ((widths[i] as number) + 1) * width, 0);
      const dot = tables + (k === m ? 0 : k * m);
      const parts = { dot, mlp: tables + layers, hybrid: dot + tables + layers };
      expect(parameterCount(build(configuration))).toBe(parts[model] + (biases ? 11 + 13 : 0));
    }),
  );
});

test('50 factors over MovieLens Latest Small are as many parameters as they should be', () => {
  const chosen = { userFactors: 50, movieFactors: 50, biases: true, hidden: [64, 32] } as const;
  const count = (model: 'dot' | 'mlp') =>
    parameterCount(build({ ...DEFAULTS[model], ...chosen, biases: model === 'dot' }, 671, 9066));
  expect(count('dot')).toBe((671 + 9066) * 51);
  expect(count('mlp')).toBe((671 + 9066) * 50 + 100 * 64 + 64 + 64 * 32 + 32 + 32 + 1);
});

describe('formulas', () => {
  test('every configuration has one that KaTeX can set', () => {
    fc.assert(
      fc.property(configuration, (configuration) => {
        const tex = MODELS[configuration.model].formula(configuration);
        expect(katex.renderToString(tex, { throwOnError: true, strict: 'error', displayMode: true })).toContain('katex');
      }),
    );
  });

  test.each<readonly [Partial<Configuration>, string]>([
    [{ biases: false }, '\\hat r_{ui} = p_u \\cdot q_i'],
    [{}, '\\hat r_{ui} = \\mu + b_u + b_i + p_u \\cdot q_i'],
    [{ userFactors: 8 }, '\\hat r_{ui} = \\mu + b_u + b_i + W^\\top p_u \\cdot q_i'],
    [{ biases: false, output: 'sigmoid' }, '\\hat r_{ui} = a + (b - a)\\,\\sigma(p_u \\cdot q_i)'],
    [{ model: 'mlp', hidden: [], output: 'raw', biases: false }, '\\hat r_{ui} = w^\\top [p_u;\\, q_i] + c'],
    [
      { model: 'mlp', hidden: [4], activation: 'sigmoid', output: 'raw', biases: false },
      '\\hat r_{ui} = w^\\top \\sigma\\!\\left(W_{1}^\\top [p_u;\\, q_i] + c_{1}\\right) + c',
    ],
  ])('%j', (overrides, tex) => {
    const plain = { userFactors: 4, movieFactors: 4, biases: true, output: 'raw', activation: 'relu' } as const;
    const configuration = { ...DEFAULTS[overrides.model ?? 'dot'], ...plain, ...overrides };
    expect(MODELS[configuration.model].formula(configuration)).toBe(tex);
  });
});
