import type { Evaluation } from './evaluation.ts';
import { popularNdcg } from './popular-ndcg.ts';

/** Whether lists are better than showing everybody the most popular movies. */
export type Verdict =
  | 'better'
  | 'worse'
  /** The interval of the difference holds 0. */
  | 'alike'
  /** It is the list of the most popular movies itself. */
  | 'same'
  /** The model says the same of every movie. */
  | 'no-order'
  /** No list can be judged, or not compared yet. */
  | 'unknown';

/**
 * By the 95 % interval of the difference in NDCG to the most popular movies, for the same users: above 0 better, below 0 worse, else
 * alike.
 */
export function verdictOf({ own, ahead }: Pick<Evaluation, 'own' | 'ahead'>): Verdict {
  if (own.lists === null) return 'unknown';
  if (own.model === 'popular') return 'same';
  if (!own.isOrdered) return 'no-order';
  if (ahead === null || ahead.low === null || ahead.high === null) return 'unknown';
  if (ahead.low > 0) return 'better';
  return ahead.high < 0 ? 'worse' : 'alike';
}

/** The verdict as one plain sentence. */
export function verdictWords(evaluation: Pick<Evaluation, 'own' | 'baselines' | 'ahead' | 'k'>): string {
  const { own, k } = evaluation;
  const ndcg = own.lists?.ndcg?.value;
  const popular = popularNdcg(evaluation);
  const verdict = verdictOf(evaluation);
  if (verdict === 'same')
    return 'This is no personalisation: everybody gets the most popular movies. Other lists have to beat it.';
  if (verdict === 'no-order') return 'There is no list to measure: this model gives every movie the same score.';
  if (verdict === 'unknown' || ndcg === undefined || popular === null)
    return 'There are too few ratings in the measured part to say whether these lists are better than the most popular movies.';
  const times = popular > 0 ? ` (${(ndcg / popular).toFixed(2)} times)` : '';
  const figures = `the most popular movies for everybody: NDCG@${k} is ${ndcg.toFixed(3)} against ${popular.toFixed(3)}${times}.`;
  if (verdict === 'better') return `These lists are better than ${figures}`;
  if (verdict === 'worse') return `These lists are worse than ${figures}`;
  return `These lists are not clearly better or worse than ${figures}`;
}
