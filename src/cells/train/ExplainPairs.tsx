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
  '\\text{AUC} = \\frac{1}{|V|} \\sum_{(u,i,j) \\in V} \\left( [\\hat s_{ui} > \\hat s_{uj}] + \\tfrac{1}{2} [\\hat s_{ui} = \\hat s_{uj}] \\right)';

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
        Bayesian personalised ranking (Rendle and others, 2009) does not ask how many stars a user will give, only which of two
        movies they would rather see. Each example is a pair: a movie i that the user liked, which means rated no lower than their
        own mean, and a movie j drawn among those that they have not rated. For every epoch the j are drawn anew, from the seed.
      </p>
      <Formula block tex={LOSS} />
      {negatives !== '1' && (
        <p>
          Beside each i stand {negatives} movies j here, not one.{' '}
          {loss === 'bpr' ? 'What is made small is the mean over them.' : ''}
        </p>
      )}
      {loss === 'softmax' && (
        <>
          <p>
            With the loss Softmax the movies of a group compete all at once: their scores become shares, and i is to have the
            largest. A movie that is drawn often, with probability q, would be held down too much, so its score is corrected by
            how often it is to be expected among the {negatives} that are drawn. The curves show the loss of pairs for this loss
            too, so that the two compare.
          </p>
          <Formula block tex={SOFTMAX} />
        </>
      )}
      <p>
        What is made small is how surprised the model is at the order: near nothing where i is far ahead, and as large as the lead
        where j is. A step lifts the score of i and lowers that of j, the more the surer the model was of the wrong order. What a
        user adds to all movies alike cancels out, so that biases of users learn nothing but to be small.
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
          { tex: 'V', meaning: 'the held-out pairs, drawn once', value: run ? formatCount(run.validationRatings) : '–' },
          { tex: '\\hat s_{ui}', meaning: 'the score of a movie with a user', value: 'any number' },
          { tex: '\\sigma', meaning: 'the logistic function', value: '1 / (1 + exp(−x))' },
          learningRateSymbol({ learningRate }),
          factorL2Symbol({ l2 }),
          biasL2Symbol({ biasL2 }),
        ]}
      />
      <p>
        Scores are no stars: they only rank. So the curves show the loss on the pairs that are learned from and on those held out,
        where ln 2 is guessing, and the figure to look at is the AUC, the share of held-out pairs ranked right: one half is
        guessing. Popularity alone goes far here, because what is liked is mostly what many have seen; only what lies above it has
        learned anybody’s taste.
      </p>
      {model === 'mlp' && (
        <p>
          Layers alone do not get there on ratings this few: they have to find out by themselves that what counts is how well user
          and movie go together, which a dot product has built in. Choose it, or the hybrid, to see the difference.
        </p>
      )}
    </InWords>
  );
}
