import { formatRmse } from '../../../../ui/format.ts';
import { shareBeyondChance } from '../chance.ts';
import type { Rule } from '../finding.ts';

/** Of pairs popularity alone ranks most right, since what is liked is mostly what many have seen (Rendle et al. 2009 compare with it as well). */
export const againstPopularity: Rule = ({ used: { validationAuc }, start: { popularAuc, validationRatings } }) => {
  if (validationAuc === null || popularAuc === null) return null;
  const [ahead, margin] = [validationAuc - popularAuc, shareBeyondChance(popularAuc, validationRatings)];
  const than = `than popularity alone (AUC ${formatRmse(popularAuc)})`;
  if (ahead > margin)
    return { text: `Ranks ${share(ahead)} of the validation pairs better ${than}; up to ${share(margin)} could be chance.` };
  if (ahead < -margin)
    return { text: `Ranks ${share(-ahead)} of the validation pairs worse ${than}: its factors do not help to rank them.` };
  return { text: `Ranks validation pairs no better ${than}.` };
};

const share = (of: number): string => `${(100 * of).toFixed(1)} %`;
