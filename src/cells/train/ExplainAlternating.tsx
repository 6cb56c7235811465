import { formatNumber } from '../../core/settings/format.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';

const LOSS =
  '\\mathcal L = \\sum_{(u,i) \\in S} w_{ui} \\left(1 - p_u \\cdot q_i\\right)^2 + \\alpha_0 \\sum_u \\sum_i \\left(p_u \\cdot q_i\\right)^2 + \\sum_u \\lambda_u \\|p_u\\|^2 + \\sum_i \\lambda_i \\|q_i\\|^2';
const ROW =
  'p_u = \\left(\\alpha_0 \\, Q^\\top Q + \\sum_{i \\in S_u} w_{ui} \\, q_i q_i^\\top + \\lambda_u I\\right)^{-1} \\sum_{i \\in S_u} w_{ui} \\, q_i';
const RIDGE =
  '\\lambda_u = \\lambda \\, c \\, f_u^{\\,\\nu}, \\qquad f_u = \\sum_{i \\in S_u} w_{ui} + \\alpha_0 \\, n, \\qquad c = \\sum_u f_u \\Big/ \\sum_u f_u^{\\,\\nu}';

const selectStart = ({ training }: NotebookState) => training.start;
const selectSizes = ({ data }: NotebookState) => data.summary;

/** iALS (Hu, Koren and Volinsky 2008; Rendle et al. 2021). */
export function ExplainAlternating() {
  const { userFactors, liked, unobserved, regularisation, frequency, loss, epochs } = useNotebookState(selectConfiguration);
  const start = useNotebookState(selectStart);
  const sizes = useNotebookState(selectSizes);
  const run = start?.configuration.loss === loss ? start : null;
  return (
    <InWords>
      <p>
        Alternating least squares over all pairs (iALS; Hu, Koren and Volinsky, 2008) does not predict stars, but whether a user
        will choose a movie at all. A liked movie should score 1. Every pair of a user and a movie, rated or not, is pulled
        towards 0 with a small weight. One unrated movie says little, all of them together say a lot.
      </p>
      <Formula block tex={LOSS} />
      <p>
        With the movies fixed, this is one least-squares problem per user, with an exact solution. With the users fixed, it is one
        per movie. An epoch solves for all users and then for all movies. So there is no gradient and no learning rate, and the
        loss never rises. The sum over all movies is the same matrix for every user, so the cost of a user depends only on what
        they liked.
      </p>
      <Formula block tex={ROW} />
      <p>
        Users and movies with more pairs are regularised more, by the exponent ν (Rendle and others, 2021): at 0 all equally, at 1
        in proportion. The total regularisation is the same for every ν.
      </p>
      <Formula block tex={RIDGE} />
      <Symbols
        rows={[
          { tex: 'S', meaning: 'the liked ratings of the training part', value: run ? formatCount(run.trainRatings) : '–' },
          { tex: 'w_{ui}', meaning: 'the weight of a liked rating', value: liked === 'stars' ? 'by its stars, up to 1' : '1' },
          { tex: 'p_u,\\; q_i', meaning: 'the factors of a user and of a movie', value: `${userFactors} numbers` },
          {
            tex: '\\alpha_0',
            meaning: 'weight of every pair; 1 / α₀ is the confidence in a liked pair',
            value: formatNumber(unobserved),
          },
          { tex: '\\lambda', meaning: 'regularisation', value: formatNumber(regularisation) },
          { tex: '\\nu', meaning: 'frequency exponent', value: formatNumber(frequency) },
          { tex: 'n', meaning: 'the movies, for a user; the users, for a movie', value: sizes ? formatCount(sizes.movies) : '–' },
          { tex: 'Q', meaning: 'the factors of all movies, a row each', value: `solved ${epochs} times` },
        ]}
      />
      <p>
        Scores are not stars: they only rank. The curves show the loss per liked rating, during the epoch and on held-out ratings;
        scoring every movie 0 gives 1. The main figures are the pair accuracy, the share of held-out pairs ranked correctly, and
        then the lists.
      </p>
    </InWords>
  );
}
