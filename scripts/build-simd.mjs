// Compiles src/engines/simd/assembly into WebAssembly: with and without shared memory, with and without fused multiply-add.
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = path.join(root, 'src/engines/simd/assembly');
const output = path.join(root, 'src/engines/simd/generated');

/** Enough to tell what is exported. */
const DECLARING = ['--runtime', 'stub', '--importMemory', '--noExportMemory', '--enable', 'simd'];
const COMMON = [...DECLARING, '-O3', '--noAssert'];
const SHARED = ['--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536'];
const RELAXED = ['--enable', 'relaxed-simd'];

/** File name → compiler options. */
const BUILDS = {
  'plain.wasm': COMMON,
  'shared.wasm': [...COMMON, ...SHARED],
  'plain-relaxed.wasm': [...COMMON, ...RELAXED],
  'shared-relaxed.wasm': [...COMMON, ...SHARED, ...RELAXED],
};

/** Compiles what is missing or older than its source; returns the names of the files that were written. */
export async function buildSimd() {
  await mkdir(output, { recursive: true });
  const sources = (await readdir(source)).map((file) => path.join(source, file));
  const changed = Math.max(...(await Promise.all([...sources, fileURLToPath(import.meta.url)].map(modified))));
  const written = [];
  for (const [file, options] of Object.entries(BUILDS)) {
    if ((await modified(path.join(output, file))) > changed) continue;
    await compile(file, options);
    written.push(file);
  }
  return written;
}

/** When a file was last written, in milliseconds; 0 where there is none. */
async function modified(file) {
  return await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

/** What the compiled module exports, as TypeScript declarations. */
export async function declareSimd() {
  const written = await runCompiler('kernels.wasm', [...DECLARING, '--bindings', 'raw']);
  return String(written.get('kernels.d.ts'));
}

/** Every file that the compiler would write, by name. */
async function runCompiler(file, options) {
  const written = new Map();
  const entry = path.relative(root, path.join(source, 'index.ts'));
  const { error, stderr } = await asc.main([entry, '--baseDir', root, '--outFile', file, ...options], {
    writeFile: (name, contents) => written.set(name, contents),
  });
  if (error) throw new Error(`${file}: ${error.message}\n${stderr}`);
  return written;
}

async function compile(file, options) {
  const binary = (await runCompiler(file, options)).get(file);
  // Renamed into place: another process may be reading it.
  const draft = path.join(output, `${file}.${process.pid}`);
  await writeFile(draft, binary);
  await rename(draft, path.join(output, file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const written = await buildSimd();
  console.log(written.length > 0 ? `Compiled ${written.join(', ')}` : 'The WebAssembly modules are up to date');
}
