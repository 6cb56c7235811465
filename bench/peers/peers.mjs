// @ts-check
/** `npm run bench:peers`: trains the same models with Matinee, stock TensorFlow.js and PyTorch in turn, fits them to stars beside Cornac, Surprise and myFM (`--fits`: these alone), and lists beside implicit and NumPy (`--lists`: these alone); prints tables. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../build-page.mjs';
import { contestantsOf } from './contestants.mjs';
import { compareFits } from './fits.mjs';
import { compareLists } from './lists.mjs';
import { preparePytorch } from './pytorch.mjs';
import { waitForQuiet } from './quiet.mjs';
import { describeStanding, describeStandings, describeThreads } from './ranking.mjs';
import { writeRatingsFiles } from './ratings-file.mjs';
import { buildStockPage } from './stock.mjs';
import { describeDefault, describeTimeTo, timeToRmse } from './time-to-rmse.mjs';
import { WORKS } from './works.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {import('./ranking.mjs').Standing} Standing */

/** Seconds to wait for a quiet machine ahead of each measurement. */
const PATIENCE = 20;

const ending = new AbortController();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => ending.abort());
const temporary = await mkdtemp(path.join(tmpdir(), 'matinee-peers-'));
try {
  const text = (/** @type {string} */ value) => ({ type: /** @type {const} */ ('string'), default: value });
  const { values } = parseArgs({
    options: { rounds: text('2'), only: text(''), folder: text('dist'), fits: { type: 'boolean' }, lists: { type: 'boolean' } },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a whole number from 1, not "${values.rounds}".`);
  await compete(rounds, values.only.toLowerCase(), path.resolve(root, values.folder), values);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true });
}

/** @param {number} rounds @param {string} only who has this in the name @param {string} folder @param {{ fits?: boolean, lists?: boolean }} alone */
async function compete(rounds, only, folder, { fits = false, lists = false }) {
  if (folder === path.join(root, 'dist')) ensureBuild();
  const field = { folder, signal: ending.signal, ...(await writeRatingsFiles(temporary)) };
  const all = !fits && !lists;
  if (all) await competeInSpeed(rounds, only, field);
  if (fits || (all && only === '')) console.log(`\n${await compareFits(rounds, only, field)}`);
  if (lists || (all && only === '')) console.log(`\n${await compareLists(rounds, field)}`);
}

/** @param {number} rounds @param {string} only @param {import('./contestants.mjs').Field} field */
async function competeInSpeed(rounds, only, field) {
  await buildStockPage();
  const missing = preparePytorch();
  const entries = WORKS.flatMap((work) =>
    contestantsOf(work, field, missing === null).map((contestant) => ({ work, contestant })),
  );
  const chosen = entries.filter(({ contestant }) => contestant.name.toLowerCase().includes(only));
  if (chosen.length === 0) throw new Error(`Nobody has "${only}" in the name.`);
  /** @type {(Standing | undefined)[]} */
  const standings = [];
  for (let round = 1; round <= rounds; round++) {
    for (const [at, { work, contestant }] of chosen.entries()) {
      ending.signal.throwIfAborted();
      const standing = await stand(work, contestant);
      console.error(`Round ${round} of ${rounds}: ${work.title}, ${describeStanding(standing)}`);
      standings[at] = faster(standings[at], standing);
    }
  }
  const all = standings.filter((standing) => standing !== undefined);
  console.log(`${cpus().length} × ${cpus()[0]?.model}; ${field.trainRatings} ratings an epoch; the best of ${rounds} rounds\n`);
  console.log(`${describeStandings(all)}\n\n${describeThreads(all)}\n${describeTimeTo(await timeToRmse(field.folder))}`);
  console.log(await describeDefault(field.folder));
  if (missing !== null) console.log(missing);
}

/** @param {import('./works.mjs').Work} work @param {import('./contestants.mjs').Contestant} contestant @returns {Promise<Standing>} */
async function stand(work, { side, name, run }) {
  const bustle = await waitForQuiet(PATIENCE);
  const result = await run();
  const start = { work: work.title, model: work.model, side, name, bustle };
  if ('impossible' in result)
    return { ...start, secondsPerEpoch: null, threads: null, remark: `cannot train: ${result.impossible}` };
  return { ...start, ...result };
}

/** @param {Standing | undefined} a @param {Standing} b */
function faster(a, b) {
  return (a?.secondsPerEpoch ?? Number.POSITIVE_INFINITY) < (b.secondsPerEpoch ?? Number.POSITIVE_INFINITY) ? a : b;
}
