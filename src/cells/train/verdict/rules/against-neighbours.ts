import { formatRmse } from '../../../../ui/format.ts';
import { beyondChance } from '../chance.ts';
import type { Rule } from '../finding.ts';
import { fallsShort } from '../standing.ts';
import { bestError } from './best-error.ts';

/**
 * A model that is better than the biases, but not than item neighbours, which need no training steps: many published models are not (Ferrari Dacrema,
 * Cremonesi and Jannach 2019, "Are we really making much progress?"). Known once the Evaluate cell has measured them.
 */
export const againstNeighbours: Rule = (facts) => {
  const { neighbours, start } = facts;
  if (neighbours === null || start.configuration.model === 'neighbours' || fallsShort(facts)) return null;
  const { own, theirs, ratings } = neighbours;
  const margin = beyondChance(theirs, ratings);
  if (own < theirs - margin) return null;
  const stand = own > theirs + margin ? 'better' : 'as good';
  return {
    text: `Item neighbours, which need no training, are ${stand}: ${formatRmse(theirs)} stars against ${formatRmse(own)}.`,
    proposal: bestError(facts)?.proposal,
  };
};
