import { defaultThreshold } from '../../core/evaluate/relevance.ts';
import { LIST_DRAWS, SOFTMAX } from '../../core/list-task.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';

const BOTH =
  "\\mathcal L' = (1 - w)\\, \\mathcal L + w \\left[ \\frac{s}{|B^+|} \\sum_{(u,i) \\in B^+} -\\ln \\frac{\\exp(\\hat s_{ui})}{\\sum_j \\exp(\\hat s_{uj})} + \\ell \\left( \\overline{\\|p_u\\|^2} + \\overline{\\|q_j\\|^2} \\right) \\right]";
const SLOPE =
  '\\frac{\\partial}{\\partial \\hat s_{uj}} = \\frac{w s}{|B^+|} \\left( n_u\\, \\frac{\\exp(\\hat s_{uj})}{\\sum_k \\exp(\\hat s_{uk})} - [u \\text{ liked } j] \\right)';

const selectSummary = ({ data }: NotebookState) => data.summary;

/** What a second task adds to the loss of the ratings. */
export function ExplainList() {
  const { listWeight, listL2 } = useNotebookState(selectConfiguration);
  const data = useNotebookState(selectSummary);
  return (
    <InWords>
      <p>
        Each step also takes some users, so that every user is used once per epoch. It asks which of all movies they liked, that
        is, rated in the upper quarter of the scale. A softmax turns the scores of all movies into shares that add up to one. The
        loss is the mean of −ln of the shares of liked movies. So the list also learns from movies that a user did not rate. Both
        losses train the same factors. With few ratings, the list even reduces overfitting.
      </p>
      <Formula block tex={BOTH} />
      <p>
        A step lowers the score of every movie by its share, and raises the scores of liked movies. If there are too many movies,{' '}
        {formatCount(LIST_DRAWS)} are drawn per step, by how often they were rated, and their shares are corrected for it.
      </p>
      <Formula block tex={SLOPE} />
      <Symbols
        rows={[
          { tex: 'w', meaning: 'list weight', value: formatNumber(listWeight) },
          { tex: 's', meaning: 'brings both losses to a similar size', value: formatNumber(SOFTMAX) },
          { tex: '\\ell', meaning: 'L2 of the list', value: listL2 === 0 ? 'off' : formatNumber(listL2) },
          {
            tex: 'B^+',
            meaning: 'liked ratings of the users of a step',
            value: data ? `from ${formatNumber(defaultThreshold(data.scale))} stars` : '–',
          },
          { tex: 'n_u', meaning: 'how many movies the user liked', value: 'a count' },
        ]}
      />
    </InWords>
  );
}
