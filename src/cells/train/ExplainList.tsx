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
        Beside its ratings each step takes some users, so that all have had their turn when an epoch is over, and asks of each: of
        all the movies there are, which do they like? The scores of all movies become shares that add up to one, and what is made
        small is how surprised the model is at what they liked, which means rated in the upper quarter of the scale. Stars are
        learned from the ratings that exist, and say nothing of the movies that nobody chose; this looks at those as well. Both
        tasks pull at the same factors: on few ratings the list even keeps the stars from learning by heart.
      </p>
      <Formula block tex={BOTH} />
      <p>
        The score of every movie falls with its share, and rises where the user liked it. Where there are too many movies for
        that, {formatCount(LIST_DRAWS)} are drawn for a step, by how often they were rated, and their shares are corrected for it.
      </p>
      <Formula block tex={SLOPE} />
      <Symbols
        rows={[
          { tex: 'w', meaning: 'from error to list', value: formatNumber(listWeight) },
          { tex: 's', meaning: 'brings surprise and squared stars to one size', value: formatNumber(SOFTMAX) },
          { tex: '\\ell', meaning: 'L2 of the list', value: listL2 === 0 ? 'off' : formatNumber(listL2) },
          {
            tex: 'B^+',
            meaning: 'what the users of a step liked',
            value: data ? `from ${formatNumber(defaultThreshold(data.scale))} stars` : '–',
          },
          { tex: 'n_u', meaning: 'how much the user liked', value: 'movies' },
        ]}
      />
    </InWords>
  );
}
