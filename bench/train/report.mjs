// @ts-check
import { runEventsOf } from '../browser/record-lab.mjs';

/** @typedef {import('../../src/core/data-summary.ts').DataSummary} DataSummary */
/** @typedef {import('../../src/core/run-report.ts').RunSummary} RunSummary */
/** @typedef {import('../browser/record-lab.mjs').Recording} Recording */
/** @typedef {import('./train-in-page.mjs').Measured} Measured */

/**
 * One training run, with a loss on stars, as one object.
 *
 * @param {Measured} measured
 */
export function buildReport({ recording, peakMemoryMb, longestTaskMs, workerSeconds }) {
  const events = runEventsOf(recording);
  const start = events.flatMap(({ event }) => (event.kind === 'run-started' ? [event.run] : []))[0];
  const reports = events.flatMap(({ at, event }) => (event.kind === 'epoch' ? [{ at, ...event.epoch }] : []));
  const last = reports.at(-1);
  const { outcome, test, tensors } = /** @type {RunSummary} */ (answer(recording, 'outcome').value);
  if (!start || !last || outcome === 'stopped') throw new Error('The run ended before its time.');
  const { configuration, engine } = start;
  const seconds = reports.reduce((sum, epoch) => sum + epoch.seconds, 0);
  const clickedAt = /** @type {number} */ (recording.clickedAt);
  return {
    data: describeData(recording),
    secondsBeforeClick: round((clickedAt - answer(recording, 'histogram').at) / 1000, 3),
    model: configuration.model,
    engine: engine.name,
    threads: threadsOf(engine),
    batch: configuration.batchSize,
    dim: configuration.userFactors,
    epochs: reports.map(({ at, epoch, seconds, trainError, validationError }) => ({
      epoch,
      seconds: round(seconds, 4),
      trainRmse: round(trainError, 5),
      validationRmse: round(validationError ?? Number.NaN, 5),
      secondsSinceClick: round((at - clickedAt) / 1000, 3),
    })),
    test: {
      rmse: round(test?.error ?? last.validationError ?? Number.NaN, 5),
      mae: round(test?.mae ?? last.validationMae ?? Number.NaN, 5),
    },
    ratingsPerSecond: Math.round((start.trainRatings * reports.length) / seconds),
    peakMemoryMb,
    tensors,
    longestTaskMs,
    workerSeconds: workerSeconds === null ? null : round(workerSeconds, 3),
    parts: describeParts(start),
  };
}

/** @typedef {ReturnType<typeof buildReport>} Report */

/** @param {import('../../src/core/run-report.ts').RunStart} start */
function describeParts({ trainRatings, validationRatings, testRatings, configuration }) {
  if (testRatings > 0) {
    return `Of the ratings ${trainRatings} train, ${validationRatings} are validated on, and ${testRatings} are the test part.`;
  }
  return (
    `Of the ratings ${trainRatings} train and ${validationRatings}, drawn at random by seed ${configuration.seed}, are the test part. ` +
    'The validation curve is measured on the test part too: the run neither stops early nor picks its best epoch by it.'
  );
}

/** The latest answer with a field, when it came, and how long after the page had asked. @param {Recording} recording @param {string} field */
function answer({ requests, messages }, field) {
  for (const { at, message } of messages.toReversed()) {
    if (message.kind !== 'reply' || !Object.hasOwn(Object(message.value), field)) continue;
    const asked = requests.find(({ id }) => id === message.id);
    return { value: message.value, at, milliseconds: at - (asked?.at ?? at) };
  }
  throw new Error(`The lab gave no answer with "${field}".`);
}

/** @param {Recording} recording */
function describeData(recording) {
  const { value, milliseconds } = answer(recording, 'histogram');
  const { name, ratings, users, movies, elapsed } = /** @type {DataSummary} */ (value);
  const phases = Object.fromEntries(Object.entries(elapsed).map(([phase, time]) => [phase, round(time, 1)]));
  return { name, ratings, users, movies, loadMs: { ...phases, total: round(milliseconds, 1) } };
}

/** Threads that the engine has, of which a run may use fewer for a while; null where it is the graphics driver's business. @param {{ name: string, label: string }} engine */
function threadsOf({ name, label }) {
  if (name === 'webgl' || name === 'webgpu') return null;
  return Number(/(\d+) threads?$/.exec(label)?.[1] ?? 1);
}

/** @param {number} value @param {number} digits */
const round = (value, digits) => Number(value.toFixed(digits));
