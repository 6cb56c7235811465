// @ts-check
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildPage } from '../scripts/setup/build.mjs';

const here = fileURLToPath(import.meta.url);

/** Builds the page where it is out of date; what the build says goes to stderr, since stdout is for figures. */
export function ensureBuild() {
  const { status } = spawnSync(process.execPath, [here], { stdio: ['ignore', process.stderr, process.stderr] });
  if (status !== 0) throw new Error('The page could not be built: the lines above say why.');
}

if (process.argv[1] === here) await buildPage();
