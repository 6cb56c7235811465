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
        The ratings that exist say nothing of all other pairs, and there the factors may promise anything. Gravity pulls the match
        of every user with every movie towards zero, rated or not (Google’s course “Recommendation Systems”). No pair has to be
        gone through for that: two Gramians tell the sum, tables of so many rows and columns as there are factors.
      </p>
      <Formula block tex={GRAVITY} />
      <p>
        The Gramians are those at the start of the epoch. In each step the next users and the next movies are pulled, an equal
        share of all, by the mean over them in place of the mean over all: so everybody has had their turn when the epoch is over.{' '}
        {biases
          ? 'With biases, what remains where nobody rated is what they say.'
          : 'Without biases, what remains where nobody rated is no stars at all: that makes lists better and predicted stars worse.'}
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
