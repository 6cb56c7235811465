import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { declareSimd } from '../../../scripts/build-simd.mjs';
import { RING } from './backlog/tables.ts';

/** Names, parameters by name and results of functions, without spaces and with every type of number as `number`. */
function signaturesIn(text: string, pattern: RegExp): ReadonlyMap<string, string> {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return new Map(
    [...withoutComments.matchAll(pattern)].map(([, name = '', parameters = '', result = '']) => {
      const list = parameters.replaceAll('Address', 'number').replace(/\s/g, '').replace(/,$/, '');
      return [name, `(${list}): ${result.replace('Address', 'number')}`];
    }),
  );
}

test('the kernels are declared as the compiler sees them, parameter by parameter', async () => {
  const compiled = signaturesIn(await declareSimd(), /export function (\w+)\(([^)]*)\): (\w+);/g);
  const source = await readFile(new URL('./kernels.ts', import.meta.url), 'utf8');
  const start = source.indexOf('export interface Kernels {');
  const declared = signaturesIn(source.slice(start, source.indexOf('\n}', start)), /(\w+)\(([^)]*)\): (\w+);/g);
  expect(compiled.size).toBeGreaterThan(30);
  expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(compiled));
});

test('the kernels and the schedule know the same length of the ring', async () => {
  const binary = await readFile(new URL('./generated/plain.wasm', import.meta.url));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
  expect((instance.exports.RING as WebAssembly.Global).value).toBe(RING);
});
