// @ts-check
import { loadavg } from 'node:os';
import { table } from '../table.mjs';

/** A report for people. @param {import('./report.mjs').Report} report @returns {string} */
export function describeReport({ data, epochs, test, ...report }) {
  const phases = Object.entries(data.loadMs).map(([phase, time]) => `${phase} ${Math.round(time)} ms`);
  const threads = report.threads === null ? '' : `, ${report.threads} thread${report.threads === 1 ? '' : 's'}`;
  const columns = ['epoch', 'seconds', 'train RMSE', 'validation RMSE', 'since the click'];
  const rows = epochs.map(({ epoch, seconds, trainRmse, validationRmse, secondsSinceClick }) => {
    return [`${epoch}`, seconds.toFixed(3), trainRmse.toFixed(4), validationRmse.toFixed(4), `${secondsSinceClick.toFixed(2)} s`];
  });
  return [
    `${data.name}: ${data.ratings} ratings, ${data.users} users, ${data.movies} movies; ${phases.join(', ')}`,
    `${report.model} on ${report.engine}${threads}; batch ${report.batch}, ${report.dim} factors`,
    '',
    table(columns, rows),
    '',
    `Train was pressed ${report.secondsBeforeClick.toFixed(2)} s after the ratings were there.`,
    `Test: RMSE ${test.rmse.toFixed(4)}, MAE ${test.mae.toFixed(4)} stars. ${report.parts}`,
    `${report.ratingsPerSecond} ratings per second; peak memory ${report.peakMemoryMb ?? 'unknown'} MB; tensors ${report.tensors.before} → ${report.tensors.after}`,
    `Processor time of the workers, from the click to the end: ${report.workerSeconds ?? 'unknown'} s.`,
    `Longest task of the page thread: ${report.longestTaskMs ?? 'unknown'} ms. Load average ${loadavg()[0]?.toFixed(1)}.`,
  ].join('\n');
}
