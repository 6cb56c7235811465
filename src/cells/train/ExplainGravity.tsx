import { formatNumber } from '../../core/settings/format.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';

const GRAVITY =
  "\\mathcal L' = \\mathcal L + \\frac{\\kappa}{|U|\\,|I|} \\sum_{u} \\sum_{i} (p_u \\cdot q_i)^2 = \\mathcal L + \\frac{\\kappa}{|U|\\,|I|} \\sum_{f,g} (P^\\top P)_{fg}\\, (Q^\\top Q)_{fg}";
const PULL =
  '\\frac{\\partial}{\\partial p_u} = \\frac{2\\kappa}{|U|\\,|I|}\\, p_u\\, Q^\\top Q, \\qquad \\frac{\\partial}{\\partial q_i} = \\frac{2\\kappa}{|U|\\,|I|}\\, q_i\\, P^\\top P';

/** What gravity adds to the loss of the ratings. */
export function ExplainGravity() {
  const { gravity, biases } = useNotebookState(selectConfiguration);
  return (
    <InWords>
      <p>
        The ratings say nothing about unrated pairs, so the factors may predict anything there. Gravity pulls the dot product of
        every user and movie towards zero, rated or not (Google’s course “Recommendation Systems”). The sum over all pairs follows
        from two Gramians, small tables with one row and one column per factor.
      </p>
      <Formula block tex={GRAVITY} />
      <p>
        The Gramians are those at the start of the epoch. Each step pulls the next users and the next movies, an equal share of
        all, so that each is pulled once per epoch.{' '}
        {biases
          ? 'With biases, an unrated pair is pulled towards the sum of its biases.'
          : 'Without biases, an unrated pair is pulled towards zero stars: lists get better and predicted stars worse.'}
      </p>
      <Formula block tex={PULL} />
      <Symbols
        rows={[
          { tex: '\\kappa', meaning: 'gravity', value: formatNumber(gravity) },
          { tex: 'P,\\ Q', meaning: 'the factors of all users, and of all movies, a row each', value: '–' },
        ]}
      />
    </InWords>
  );
}
