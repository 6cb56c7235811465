import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Npz, readNpz } from '../npz.ts';

/** The weights that a browser saves in a folder, as soon as they are whole. */
export async function waitForWeights(folder: string): Promise<Npz> {
  let weights: Npz | undefined;
  const read = async (): Promise<boolean> => {
    const name = (await readdir(folder)).find((file) => file.endsWith('.npz'));
    // A file that still grows is no zip.
    weights = name ? await readNpz(await readFile(join(folder, name))).catch(() => undefined) : undefined;
    return weights !== undefined;
  };
  await expect.poll(read, { message: 'a file of weights is saved', timeout: 30_000 }).toBe(true);
  return weights as Npz;
}
