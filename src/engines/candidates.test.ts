import { describe, expect, test } from 'vitest';
import { resolve } from '../core/settings/defaults.ts';
import { findCandidates, webglCandidate, webgpuCandidate } from './candidates.ts';
import { findWebgpuAdapter } from './tfjs/webgpu-adapter.ts';

async function listCandidates() {
  const { onCpu, listOnGpu } = findCandidates();
  return [...(await listOnGpu()), ...onCpu];
}

test('where there is no GPU at hand, every engine is still on candidate, and those on a GPU say what is missing', async () => {
  const candidates = await listCandidates();
  expect(candidates.map(({ name }) => name)).toEqual(['webgpu', 'webgl', 'simd', 'wasm', 'cpu']);
  expect(candidates.map(({ drawback }) => drawback)).toEqual([
    'This browser has no WebGPU in workers.',
    'This browser has no WebGL 2 in workers.',
    null,
    expect.stringContaining('Slower'),
    expect.stringContaining('slowest'),
  ]);
});

test('a list is what the settings start with on the engines that learn lists', async () => {
  for (const { name, lists } of await listCandidates()) expect(resolve({ engine: name }).listWeight > 0).toBe(lists);
});

test('what is known of engines on a GPU before they are listed is so', async () => {
  const { listOnGpu, onGpu } = findCandidates();
  for (const candidate of await listOnGpu()) expect(candidate).toMatchObject(onGpu);
});

describe('WebGPU', () => {
  const gpu = (info: Partial<GPUAdapterInfo> | null) =>
    ({
      requestAdapter: async () => info && { info: { vendor: '', architecture: '', device: '', description: '', ...info } },
    }) as unknown as GPU;

  test.each([
    [
      'a GPU by its description',
      { vendor: 'nvidia', architecture: 'ampere', description: 'NVIDIA GeForce RTX 3060' },
      'NVIDIA GeForce RTX 3060',
      null,
    ],
    ['a GPU by what else is known', { vendor: 'intel', architecture: 'gen-12lp' }, 'intel gen-12lp', null],
    ['a GPU that tells nothing', {}, 'unnamed', null],
    ['SwiftShader', { vendor: 'google', architecture: 'swiftshader' }, 'google swiftshader', 'software'],
    [
      'llvmpipe',
      { vendor: 'mesa', description: 'llvmpipe (LLVM 17.0.6, 256 bits)' },
      'llvmpipe (LLVM 17.0.6, 256 bits)',
      'software',
    ],
    ['any fallback', { vendor: 'microsoft', architecture: 'warp', isFallbackAdapter: true }, 'microsoft warp', 'software'],
  ])('names %s', async (_, info, name, drawback) => {
    const candidate = webgpuCandidate(await findWebgpuAdapter(gpu(info)));
    expect(candidate.label).toBe(`TensorFlow.js WebGPU (${name})`);
    if (drawback === null) expect(candidate.drawback).toBeNull();
    else expect(candidate.drawback).toContain(drawback);
  });

  test('without an adapter, or where asking for one fails, says so', async () => {
    const failing = { requestAdapter: () => Promise.reject(new Error('no GPU process')) } as unknown as GPU;
    for (const at of [gpu(null), failing]) {
      expect(webgpuCandidate(await findWebgpuAdapter(at))).toMatchObject({
        label: 'TensorFlow.js WebGPU (none)',
        drawback: 'WebGPU finds no GPU here.',
      });
    }
  });
});

test('WebGL is worth trying on a GPU only', () => {
  expect(webglCandidate({ name: 'ANGLE (Intel)', software: false }).drawback).toBeNull();
  expect(webglCandidate({ name: 'ANGLE (SwiftShader)', software: true }).drawback).toContain('software');
});
