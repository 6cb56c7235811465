// @ts-check
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { preparePython, python } from './python.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** With PyTorch: a download of a few gigabytes. */
export const preparePytorch = () => preparePython('PyTorch', ['torch', 'numpy']);

/**
 * @param {{ ratings: string, model: string, batch: number, steps: number, fused: boolean, signal: AbortSignal }} work `ratings`: path of the columns; `signal` ends it
 * @returns {Promise<{ version: string, threads: number, millisecondsPerStep: number }>} of the fastest pass
 */
export async function timePytorch({ ratings, model, batch, steps, fused, signal }) {
  const words = [
    '--ratings',
    ratings,
    '--model',
    model,
    '--batch',
    `${batch}`,
    '--steps',
    `${steps}`,
    ...(fused ? ['--fused'] : []),
  ];
  const { stdout } = await promisify(execFile)(python, [path.join(here, 'pytorch_mf.py'), ...words], { signal });
  return JSON.parse(stdout);
}
