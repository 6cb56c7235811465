// @ts-check
/** @typedef {import('../../src/core/evaluate/evaluation.ts').Evaluation} Evaluation */
/** @typedef {import('../../src/core/evaluate/evaluation.ts').ModelFigures} ModelFigures */
/** @typedef {import('../../src/core/evaluate/evaluation.ts').BaselineFigures} BaselineFigures */
/** @typedef {Record<string, number | null>} Metrics */

/** @param {number} k @returns {readonly (readonly [key: string, name: keyof import('../../src/core/evaluate/summarise-lists.ts').ListFigures])[]} */
const keysOf = (k) => [
  [`ndcg@${k}`, 'ndcg'],
  [`recall@${k}`, 'recall'],
  [`precision@${k}`, 'precision'],
  [`hitrate@${k}`, 'hitRate'],
  [`map@${k}`, 'map'],
  [`mrr@${k}`, 'mrr'],
  ['auc', 'auc'],
  ['precision@5', 'shown'],
  ['coverage@5', 'coverage'],
  ['overlap@5', 'overlap'],
  ['gini@5', 'gini'],
  ['novelty@5', 'novelty'],
  ['diversity@5', 'diversity'],
  ['popularity', 'popularity'],
];

/** @param {ModelFigures} figures @param {number} k @returns {Metrics} null where a metric is undefined */
function metricsOf({ stars, lists }, k) {
  const ofStars = ['rmse', 'mae', 'r2'].map((name) => [name, stars?.[/** @type {'rmse'} */ (name)]?.value]);
  const ofLists = keysOf(k).map(([key, name]) => [key, lists?.[name]?.value]);
  return Object.fromEntries(
    [...ofStars, ...ofLists].map(([key, value]) => [key, value === undefined ? null : round(Number(value))]),
  );
}

/**
 * @param {Evaluation} evaluation
 * @param {{ model: string, trainSeconds: number, epochs: number }} run
 */
export function buildEvaluateReport(evaluation, { model, trainSeconds, epochs }) {
  const { own, baselines, ahead, part, k, threshold, minRatings, users, judged, relevant, catalogue, seconds } = evaluation;
  return {
    model,
    protocol: { part, k, threshold, minRatings, users, judged, relevant, catalogue },
    metrics: metricsOf(own, k),
    aheadOfPopular: ahead,
    baselines: Object.fromEntries(
      baselines.map((baseline) => [
        baseline.model,
        baseline.problem === null ? metricsOf(baseline, k) : { problem: baseline.problem },
      ]),
    ),
    epochs,
    seconds: round(trainSeconds),
    evaluateSeconds: round(seconds),
  };
}

/** @typedef {ReturnType<typeof buildEvaluateReport>} EvaluateReport */

/** @param {number} value */
const round = (value) => Number(value.toFixed(5));
