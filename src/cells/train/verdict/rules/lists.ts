import { aimOf, settingsOfAim } from '../../../../core/aim.ts';
import { sizeOf } from '../../../../core/settings/data-size.ts';
import { LISTING_ENGINES } from '../../../../core/settings/tuned.ts';
import type { RunFacts } from '../facts.ts';
import type { Proposal, Rule } from '../finding.ts';

/**
 * A list that hits less than the same movies for everybody is worse than no personalisation (Cremonesi, Koren and Turrin 2010, where
 * models with the lowest errors do not have the best lists). Of a model that only ranks it is the verdict itself.
 */
export const lists: Rule = (facts) => {
  const { lists: known, isOfStars } = facts;
  if (known === null) return null;
  const figures = `NDCG@10 ${known.ndcg.toFixed(3)} against ${known.popular.toFixed(3)}`;
  if (known.stand === 'worse')
    return { text: `Its lists are worse than the most popular movies (${figures}).`, proposal: remedyFor(facts) };
  if (isOfStars) return null;
  return known.stand === 'better'
    ? { text: `Its lists are better than the most popular movies (${figures}).` }
    : { text: `Its lists are neither better nor worse than the most popular movies (${figures}).` };
};

/** Whoever learned from stars alone knows nothing of what people choose. */
function remedyFor({ start: { configuration, data } }: RunFacts): Proposal | undefined {
  if (aimOf(configuration) !== 'stars' || !LISTING_ENGINES.includes(configuration.engine)) return undefined;
  return { label: 'Aim at stars and list', settings: settingsOfAim('both', configuration, sizeOf(data.ratings)) };
}
