import { formatNumber } from '../../core/settings/format.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';
import { RATE, RMSE } from './formulas.ts';
import { biasL2Symbol, factorL2Symbol, learningRateSymbol } from './symbols.ts';

const STEP =
  'e = r_{ui} - \\hat r_{ui}, \\qquad p_u \\leftarrow p_u + \\eta_t \\left(e\\, q_i - \\lambda\\, p_u\\right), \\qquad q_i \\leftarrow q_i + \\eta_t \\left(e\\, p_u - \\lambda\\, q_i\\right)';
const BIAS_STEP =
  'b_u \\leftarrow b_u + \\eta_b \\left(e - \\lambda_b\\, b_u\\right), \\qquad b_i \\leftarrow b_i + \\eta_b \\left(e - \\lambda_b\\, b_i\\right), \\qquad \\eta_b = \\beta\\, \\eta_t';

/** SGD by single ratings (Funk 2006; Koren 2008), in blocks (Gemulla et al. 2011). */
export function ExplainByRating() {
  const { biases, biasRate, schedule, decay, learningRate, l2, biasL2 } = useNotebookState(selectConfiguration);
  return (
    <InWords>
      <p>
        Some ratings are held out. The others are used one at a time: the model predicts a rating, and the factors of its user and
        its movie move at once (Funk, 2006; Koren, 2008). The next rating already sees the new factors. With batches, many ratings
        are predicted with the same factors, and one step is made for all of them. Single ratings make far more steps in an epoch,
        and each costs very little, but only a plain dot product is simple enough for it.
      </p>
      <Formula block tex={STEP} />
      {biases && <Formula block tex={BIAS_STEP} />}
      <p>
        Users and movies are divided into 8 blocks each. Ratings of different users and different movies cannot disturb each
        other, so 8 blocks of ratings are learned at the same time, on several threads (Gemulla and others, 2011). What counts as
        one step here is such a set of 8 blocks. The blocks depend only on the ratings and the seed, so the result is the same
        with any number of threads.
      </p>
      <Formula block tex={`${RMSE}, \\qquad ${RATE[schedule]}`} />
      <Symbols
        rows={[
          { tex: 'e', meaning: 'the error of one rating', value: 'per rating' },
          learningRateSymbol({ learningRate }),
          ...(schedule === 'exponential'
            ? [
                { tex: '\\gamma', meaning: 'decay of the learning rate per epoch', value: formatNumber(decay) },
                { tex: 'n', meaning: 'completed epochs', value: 'from 0' },
              ]
            : []),
          ...(schedule === 'cosine' ? [{ tex: 's', meaning: 'share of the steps done since the warm-up', value: '0 … 1' }] : []),
          factorL2Symbol({ l2 }),
          ...(biases ? [biasL2Symbol({ biasL2 }), { tex: '\\beta', meaning: 'bias rate', value: formatNumber(biasRate) }] : []),
          { tex: 'V', meaning: 'the ratings held out for validation', value: 'per epoch' },
        ]}
      />
    </InWords>
  );
}
