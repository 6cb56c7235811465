import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';
import { biasL2Symbol, factorL2Symbol, learningRateSymbol } from './symbols.ts';

const LOSS =
  '\\mathcal L = \\frac{1}{|B|} \\sum_{(u,i,j) \\in B} \\left[ -\\ln \\sigma(\\hat s_{ui} - \\hat s_{uj}) + \\lambda \\left(\\|p_u\\|^2 + \\tfrac{1}{2} \\|q_i\\|^2 + \\tfrac{1}{2} \\|q_j\\|^2\\right) \\right]';
const PULL =
  '\\delta = \\sigma(\\hat s_{uj} - \\hat s_{ui}), \\qquad \\frac{\\partial \\mathcal L}{\\partial \\hat s_{ui}} = -\\frac{\\delta}{|B|}, \\qquad \\frac{\\partial \\mathcal L}{\\partial \\hat s_{uj}} = +\\frac{\\delta}{|B|}';
const AUC =
  '\\text{pair accuracy} =  \\frac{1}{|V|} \\sum_{(u,i,j) \\in V} \\left( [\\hat s_{ui} > \\hat s_{uj}] + \\tfrac{1}{2} [\\hat s_{ui} = \\hat s_{uj}] \\right)';

const selectStart = ({ training }: NotebookState) => training.start;

const SOFTMAX =
  '\\mathcal L = \\frac{1}{|B|} \\sum_{(u,i) \\in B} -\\ln \\frac{\\exp(\\hat s_{ui})}{\\exp(\\hat s_{ui}) + \\sum_{j} \\exp(\\hat s_{uj} - \\ln n q_j)} + \\lambda (\\ldots)';

/** Bayesian personalised ranking (Rendle et al. 2009), and softmax over a few movies. */
export function ExplainPairs() {
  const { model, batchSize, learningRate, l2, biasL2, loss, negatives } = useNotebookState(selectConfiguration);
  const start = useNotebookState(selectStart);
  const run = start?.popularAuc === null ? null : start;
  return (
    <InWords>
      <p>
        Bayesian personalised ranking (Rendle and others, 2009) does not predict stars, only which of two movies a user prefers.
        Each example is a pair: a movie i that the user liked (rated no lower than their own mean), and a movie j that they have
        not rated. Each epoch draws new movies j, from the seed.
      </p>
      <Formula block tex={LOSS} />
      {negatives !== '1' && (
        <p>
          Here each i has {negatives} movies j. {loss === 'bpr' ? 'The loss is the mean over them.' : ''}
        </p>
      )}
      {loss === 'softmax' && (
        <>
          <p>
            With the loss Softmax, all movies of a group compete: their scores become shares, and i should have the largest. A
            movie that is often drawn (with probability q) would get too low a score. So its score is corrected by its expected
            number among the {negatives} drawn. The curves show the pairwise loss here too, so that both losses can be compared.
          </p>
          <Formula block tex={SOFTMAX} />
        </>
      )}
      <p>
        The loss is close to zero if i scores far above j, and grows with the lead of j. A step raises the score of i and lowers
        the score of j. The step is larger if the model was more certain of the wrong order. The bias of a user cancels out, so L2
        only pulls it towards zero.
      </p>
      <Formula block tex={PULL} />
      <Formula block tex={AUC} />
      <Symbols
        rows={[
          {
            tex: 'B',
            meaning: 'a batch of pairs',
            value: `${batchSize} of ${run ? formatCount(run.trainRatings) : '–'}`,
          },
          { tex: 'V', meaning: 'the validation pairs, drawn once', value: run ? formatCount(run.validationRatings) : '–' },
          { tex: '\\hat s_{ui}', meaning: 'the score of a movie for a user', value: 'any number' },
          { tex: '\\sigma', meaning: 'the logistic function', value: '1 / (1 + exp(−x))' },
          learningRateSymbol({ learningRate }),
          factorL2Symbol({ l2 }),
          biasL2Symbol({ biasL2 }),
        ]}
      />
      <p>
        Scores are not stars: they only rank. The curves show the loss on training pairs and on validation pairs; guessing gives
        ln 2. The main figure is the pair accuracy: the share of validation pairs ranked correctly. Guessing gives one half.
        Ranking by popularity alone reaches a high value, because most liked movies are popular. A model that is not above it
        ranks no better than that.
      </p>
      {model === 'mlp' && (
        <p>
          With so few ratings, dense layers alone do not reach this. They must first learn to compare user and movie, which a dot
          product does by design. Choose the dot product or the hybrid to see the difference.
        </p>
      )}
    </InWords>
  );
}
