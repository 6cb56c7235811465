// Compiles src/engines/simd/assembly into WebAssembly: with and without shared memory, with and without fused multiply-add.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = path.join(root, 'src/engines/simd/generated');

const COMMON = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--noExportMemory', '--enable', 'simd'];
const SHARED = ['--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536'];
const RELAXED = ['--enable', 'relaxed-simd'];

/** File name → compiler options. */
const BUILDS = {
  'plain.wasm': COMMON,
  'shared.wasm': [...COMMON, ...SHARED],
  'plain-relaxed.wasm': [...COMMON, ...RELAXED],
  'shared-relaxed.wasm': [...COMMON, ...SHARED, ...RELAXED],
};

async function compile(file, options) {
  const entry = 'src/engines/simd/assembly/index.ts';
  let binary;
  const { error, stderr } = await asc.main([entry, '--baseDir', root, '--outFile', file, ...options], {
    writeFile: (name, contents) => {
      if (name === file) binary = contents;
    },
  });
  if (error) throw new Error(`${file}: ${error.message}\n${stderr}`);
  await writeFile(path.join(output, file), binary);
  return binary.length;
}

await mkdir(output, { recursive: true });
for (const [file, options] of Object.entries(BUILDS)) console.log(`${file}  ${await compile(file, options)} bytes`);
