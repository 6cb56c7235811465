import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import type { RowStep } from '../../../models/inspection.ts';
import { factorTex, numberTex, termTex } from './number-tex.ts';
import { gradientTex, updateTex, type WorkedNumber } from './step-tex.ts';

describe('numberTex', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.5, '0.5'],
    [-3.54359, '-3.544'],
    [1024, '1024'],
    [0.00012345, '1.234 \\cdot 10^{-4}'],
    [-2e-9, '-2 \\cdot 10^{-9}'],
    [Number.NaN, '\\text{–}'],
  ])('%d is %s', (value, tex) => expect(numberTex(value)).toBe(tex));

  test('reads back as the number, within its four digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-290);
        const [digits = '', power = '0'] = numberTex(value).replace('}', '').split(' \\cdot 10^{');
        const read = Number(digits) * 10 ** Number(power);
        expect(Math.abs(read - value)).toBeLessThanOrEqual(6e-4 * Math.abs(value));
      }),
    );
  });

  test('a term has its sign, a factor is in brackets with one', () => {
    expect([termTex(2), termTex(-2), factorTex(2), factorTex(-2)]).toEqual(['+ 2', '- 2', '2', '(-2)']);
  });
});

const row: RowStep = {
  table: 'user_factors',
  of: 'user',
  l2: 0.1,
  readers: [
    { position: 4, part: Float64Array.of(0, 0.002) },
    { position: 9, part: Float64Array.of(0, -0.001) },
  ],
  list: null,
  before: Float32Array.of(0, 0.25),
  after: Float32Array.of(0, 0.24),
  gradient: Float64Array.of(0, 0.011),
  first: { before: Float32Array.of(0, 0.5), after: Float32Array.of(0, 0.4511) },
  second: { before: Float32Array.of(0, 0.25), after: Float32Array.of(0, 0.2498) },
};
const step = { optimizer: 'adam', learningRate: 0.01, momentum: 0.9, clip: 0, steps: 7, batch: 10, list: null } as const;

describe('gradientTex', () => {
  test('tells the part of the watched rating, of the others and of L2', () => {
    const own = { position: 4, error: 0.05, across: 0.2 };
    expect(gradientTex({ step, row, d: 1, own })).toBe(
      'g = \\frac{\\partial \\mathcal L}{\\partial p_{u,2}} = \\underbrace{\\tfrac{2}{10} \\cdot 0.05 \\cdot 0.2}_{\\text{this rating}} + ' +
        '\\underbrace{-0.001}_{\\text{1 other rating}} + \\underbrace{\\tfrac{2}{10} \\cdot 2 \\cdot 0.1 \\cdot 0.25}_{\\text{L2}} = 0.011',
    );
  });

  test('gives the bare number where it is not the error times the factor across', () => {
    const own = { position: 4, error: 0.9, across: 0.2 };
    expect(gradientTex({ step, row, d: 1, own })).toContain('\\underbrace{0.002}_{\\text{this rating}}');
  });

  test('beside a list the stars count their share, and the list adds its own', () => {
    const own = { position: 4, error: 0.25, across: 0.2 };
    const listed = { ...row, list: Float64Array.of(0, 0.03) };
    const list = { weight: 0.8, users: 9, movies: 30, hasUser: true };
    const tex = gradientTex({ step: { ...step, list }, row: listed, d: 1, own });
    expect(tex).toContain('\\underbrace{0.2 \\cdot \\tfrac{2}{10} \\cdot 0.25 \\cdot 0.2}_{\\text{this rating}}');
    expect(tex).toContain('\\underbrace{0.2 \\cdot \\tfrac{2}{10} \\cdot 2 \\cdot 0.1 \\cdot 0.25}_{\\text{L2}}');
    expect(tex).toContain('+ \\underbrace{0.03}_{\\text{the list, with its L2}} = 0.011');
  });

  test('is nothing where nobody reads the row', () => {
    const unread = { ...row, readers: [], gradient: Float64Array.of(0, 0) };
    expect(gradientTex({ step, row: unread, d: 1, own: null })).toMatch(/= 0$/);
  });
});

describe('updateTex', () => {
  const worked: WorkedNumber = { step, row, d: 1, own: null };

  test('works Adam out in four lines, SGD in one', () => {
    const lines = updateTex(worked);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('0.9 \\cdot 0.5 + 0.1 \\cdot 0.011 = 0.4511');
    expect(lines[3]).toMatch(/0\.25 - [\d.]+ = 0\.24$/);
    const sgd = updateTex({ ...worked, step: { ...step, optimizer: 'sgd' }, row: { ...row, first: null, second: null } });
    expect(sgd).toEqual(['p_{u,2} \\leftarrow p_{u,2} - \\eta\\, g = 0.25 - 0.01 \\cdot 0.011 = 0.24']);
  });

  test('is TeX that can be set, whatever the numbers', () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 6, maxLength: 6 }), ([g = 0, w = 0, m = 0, v = 0, error = 0, across = 0]) => {
        const moments = {
          first: { before: Float32Array.of(m), after: Float32Array.of(m) },
          second: { before: Float32Array.of(v ** 2), after: Float32Array.of(v ** 2) },
        };
        const odd: RowStep = {
          ...row,
          ...moments,
          before: Float32Array.of(w),
          after: Float32Array.of(w),
          gradient: Float64Array.of(g),
          readers: [{ position: 4, part: Float64Array.of(g) }],
        };
        for (const optimizer of ['adam', 'sgd', 'adagrad'] as const) {
          const number: WorkedNumber = {
            step: { ...step, optimizer, clip: 0.5 },
            row: odd,
            d: 0,
            own: { position: 4, error, across },
          };
          for (const tex of [gradientTex(number), ...updateTex(number)]) {
            expect(() => katex.renderToString(tex, { output: 'mathml', throwOnError: true })).not.toThrow();
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('lazy Adam does nothing to a row that nobody reads', () => {
    expect(updateTex({ ...worked, step: { ...step, optimizer: 'lazy-adam' }, row: { ...row, readers: [] } })).toEqual([]);
  });
});
