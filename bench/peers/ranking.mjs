// @ts-check
import { table } from '../table.mjs';

/** @typedef {import('./contestants.mjs').Side} Side */
/**
 * The best result of one contestant over all rounds.
 *
 * @typedef {object} Standing
 * @property {string} work
 * @property {'dot' | 'mlp'} model
 * @property {Side} side
 * @property {string} name
 * @property {number | null} secondsPerEpoch null where it cannot train
 * @property {number | null} threads
 * @property {string} remark
 * @property {import('./quiet.mjs').Bustle} bustle of the machine just before
 */

/** One line. @param {Standing} standing @returns {string} */
export function describeStanding({ name, secondsPerEpoch, bustle, remark }) {
  const seconds = secondsPerEpoch === null ? '' : ` ${significant(secondsPerEpoch)} s per epoch,`;
  return `${name}:${seconds} ${remark} (${describeBustle(bustle)})`;
}

/** @param {readonly Standing[]} standings @returns {string} */
export function describeStandings(standings) {
  const columns = [
    'work',
    'who',
    'threads',
    's per epoch',
    'PyTorch ÷ it',
    'fused ÷ it',
    'stock tfjs ÷ it',
    'busy before',
    'remark',
  ];
  return table(
    columns,
    standings.map((standing) => describe(standing, standings)),
  );
}

/** @param {Standing} standing @param {readonly Standing[]} all */
function describe({ work, model, name, threads, secondsPerEpoch, remark, bustle }, all) {
  const times = (/** @type {number | null} */ other) =>
    other === null || secondsPerEpoch === null ? '–' : `${significant(other / secondsPerEpoch)} ×`;
  const seconds = secondsPerEpoch === null ? '–' : significant(secondsPerEpoch);
  const peers = [secondsOf(all, work, 'pytorch'), secondsOf(all, work, 'pytorch fused'), bestStock(all, model)];
  return [work, name, threads === null ? '–' : `${threads}`, seconds, ...peers.map(times), describeBustle(bustle), remark];
}

/** @param {readonly Standing[]} all @param {string} work @param {Side} side */
const secondsOf = (all, work, side) => all.find((other) => other.work === work && other.side === side)?.secondsPerEpoch ?? null;

/** Stock TensorFlow.js with the same model at its best batch. @param {readonly Standing[]} all @param {string} model @returns {number | null} */
function bestStock(all, model) {
  const seconds = all
    .filter((other) => other.side === 'stock' && other.model === model)
    .flatMap(({ secondsPerEpoch }) => secondsPerEpoch ?? []);
  return seconds.length > 0 ? Math.min(...seconds) : null;
}

/** How much faster all threads are than one: one line for each work where both were measured. @param {readonly Standing[]} standings @returns {string} */
export function describeThreads(standings) {
  const lines = standings.flatMap(({ work, name, threads, secondsPerEpoch }) => {
    const alone = standings.find((other) => other.work === work && other.name === name.replace('simd', 'simd, not isolated'));
    if (alone?.name === name) return [];
    if (!alone?.secondsPerEpoch || !secondsPerEpoch) return [];
    return [
      `${work}: ${threads} threads are ${significant(alone.secondsPerEpoch / secondsPerEpoch)} × as fast as ${alone.threads}`,
    ];
  });
  return lines.join('\n');
}

/** @param {import('./quiet.mjs').Bustle} bustle */
const describeBustle = ({ busy, load }) => `${Math.round(busy * 100)} %, load ${load.toFixed(1)}`;

/** Three digits. @param {number} value */
const significant = (value) => String(Number(value.toPrecision(3)));
