// @ts-check
import { table } from '../table.mjs';

/** A report for people. @param {import('./report.mjs').EvaluateReport} report @returns {string} */
export function describeEvaluation({ model, protocol, metrics, baselines, epochs, seconds, evaluateSeconds }) {
  const { part, k, threshold, users, judged, relevant, catalogue, minRatings } = protocol;
  const keys = Object.keys(metrics);
  const rows = [[model, metrics], ...Object.entries(baselines)].map(([name, values]) => [
    String(name),
    ...keys.map((key) => write(/** @type {Record<string, number | null | undefined>} */ (values)[key])),
  ]);
  return [
    `${model}: ${epochs} epochs in ${seconds.toFixed(1)} s; measured with the baselines in ${evaluateSeconds.toFixed(1)} s`,
    `On the ${part} part: ${judged} of ${users} users, ${relevant} ratings of ${threshold} stars or more, ${catalogue} movies, recommended from ${minRatings} ratings on; k = ${k}`,
    '',
    // A metric a line: there are more of them than models.
    table(
      ['', ...rows.map(([name]) => String(name))],
      keys.map((key, at) => [key, ...rows.map((row) => String(row[at + 1]))]),
    ),
  ].join('\n');
}

/** @param {number | null | undefined} value */
const write = (value) => (value === null || value === undefined ? '–' : value >= 10 ? value.toFixed(0) : value.toFixed(4));
