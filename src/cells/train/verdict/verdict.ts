import type { RunFacts } from './facts.ts';
import type { Finding, Rule } from './finding.ts';
import { againstBiases } from './rules/against-biases.ts';
import { againstNeighbours } from './rules/against-neighbours.ts';
import { againstPopularity } from './rules/against-popularity.ts';
import { bestError } from './rules/best-error.ts';
import { equalRatings } from './rules/equal-ratings.ts';
import { hardlyMoved } from './rules/hardly-moved.ts';
import { lists } from './rules/lists.ts';
import { overfitting } from './rules/overfitting.ts';
import { rateTooHigh } from './rules/rate-too-high.ts';
import { rateTooLow } from './rules/rate-too-low.ts';
import { stillFalling } from './rules/still-falling.ts';
import { underfitting } from './rules/underfitting.ts';
import { wideGap } from './rules/wide-gap.ts';

/** In order of importance: how good it is, then why it is not better, then what to try next. */
const RULES: readonly Rule[] = [
  equalRatings,
  againstBiases,
  againstPopularity,
  rateTooHigh,
  overfitting,
  rateTooLow,
  hardlyMoved,
  stillFalling,
  underfitting,
  lists,
  againstNeighbours,
  wideGap,
  bestError,
];

/** A reader takes in so many sentences. */
const MOST = 2;

/** What is to be said of a run: the first findings, at most two. */
export function verdictOn(facts: RunFacts): readonly Finding[] {
  const found: Finding[] = [];
  for (const rule of RULES) {
    const finding = rule(facts);
    if (finding) found.push(finding);
    if (finding?.isAll || found.length === MOST) break;
  }
  return found;
}
