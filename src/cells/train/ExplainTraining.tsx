import { type Configuration, gravityOf } from '../../core/hyperparameters.ts';
import { isPairwise } from '../../core/loss.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectHasSteps } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';
import { ExplainAlternating } from './ExplainAlternating.tsx';
import { ExplainByRating } from './ExplainByRating.tsx';
import { ExplainGravity } from './ExplainGravity.tsx';
import { ExplainList } from './ExplainList.tsx';
import { ExplainPairs } from './ExplainPairs.tsx';
import { ExplainSampling } from './ExplainSampling.tsx';
import { RATE, RMSE } from './formulas.ts';
import { biasL2Symbol, factorL2Symbol, learningRateSymbol } from './symbols.ts';

const LOSS =
  '\\mathcal L = \\frac{1}{|B|} \\sum_{(u,i) \\in B} \\left[ (r_{ui} - \\hat r_{ui})^2 + \\lambda \\left(\\|p_u\\|^2 + \\|q_i\\|^2\\right)';
const BIAS_PENALTY = ' + \\lambda_b \\left(b_u^2 + b_i^2\\right)';
const PULL =
  'e = \\hat r_{ui} - r_{ui}, \\qquad \\frac{\\partial \\mathcal L}{\\partial p_u} = \\frac{2}{|B|} \\left(e\\, q_i + \\lambda\\, p_u\\right), \\qquad \\frac{\\partial \\mathcal L}{\\partial q_i} = \\frac{2}{|B|} \\left(e\\, p_u + \\lambda\\, q_i\\right)';
const ADAM =
  '\\theta \\leftarrow \\theta - \\eta_t \\, \\frac{\\sqrt{1 - \\beta_2^t}}{1 - \\beta_1^t} \\cdot \\frac{m}{\\sqrt{v} + \\varepsilon}, \\qquad m \\leftarrow \\beta_1 m + (1 - \\beta_1) g, \\quad v \\leftarrow \\beta_2 v + (1 - \\beta_2) g^2';

type GradientOptimizer = Exclude<Configuration['optimizer'], 'sgd-by-rating' | 'als' | 'gibbs'>;

const UPDATES: Readonly<Record<GradientOptimizer, string>> = {
  adam: ADAM,
  'lazy-adam': ADAM,
  sgd: '\\theta \\leftarrow \\theta + m, \\qquad m \\leftarrow \\mu m - \\eta_t \\, g',
  adagrad: '\\theta \\leftarrow \\theta - \\eta_t \\, \\frac{g}{\\sqrt{v + \\varepsilon}}, \\qquad v \\leftarrow v + g^2',
};

const selectReport = ({ split }: NotebookState) => split.report;

export function ExplainTraining() {
  const { loss, optimizer } = useNotebookState(selectConfiguration);
  const hasSteps = useNotebookState(selectHasSteps);
  if (!hasSteps) return <ExplainFitting />;
  if (loss === 'implicit') return <ExplainAlternating />;
  if (optimizer === 'sgd-by-rating') return <ExplainByRating />;
  if (optimizer === 'als' || optimizer === 'gibbs') return <ExplainSampling />;
  return isPairwise(loss) ? <ExplainPairs /> : <ExplainErrors />;
}

function ExplainFitting() {
  return (
    <InWords>
      <p>
        Some ratings are held out. The model is computed directly from the others, with the formulas of the Model cell. There is
        no learning rate and no epoch, and the result is always the same. Then the model predicts the held-out ratings.
      </p>
      <Formula block tex={RMSE} />
      <p>RMSE is the typical error in stars. A prediction outside the rating scale counts as the nearest end of it.</p>
    </InWords>
  );
}

function ExplainErrors() {
  const configuration = useNotebookState(selectConfiguration);
  const {
    model,
    biases,
    optimizer,
    momentum,
    clip,
    learningRate,
    schedule,
    decay,
    warmup,
    batchSize,
    l2,
    biasL2,
    output,
    userFactors,
    movieFactors,
    listWeight,
  } = configuration;
  const report = useNotebookState(selectReport);
  const penalised = model === 'dot' && biases;
  return (
    <InWords>
      <p>
        Some ratings are held out. The others are used in batches: the model predicts a batch, and every weight moves a little in
        the direction that reduces the squared error. After all batches, one epoch is over, and the model predicts the held-out
        ratings. Overfitting begins where the validation error rises while the training error still falls. At first the training
        error may be the higher one: it is the mean over an epoch in which the model still improves.
      </p>
      <Formula block tex={`${LOSS}${penalised ? BIAS_PENALTY : ''} \\right]`} />
      {listWeight > 0 && <ExplainList />}
      {gravityOf(configuration) > 0 && <ExplainGravity />}
      {optimizer in UPDATES && <Formula block tex={UPDATES[optimizer as GradientOptimizer]} />}
      {model === 'dot' && output === 'raw' && userFactors === movieFactors && (
        <>
          <p>
            For one rating with the error e, the gradient changes the user’s factors by e times the movie’s factors, and the
            movie’s by e times the user’s. If the prediction was too low, the two move closer; if too high, apart. L2 pulls both
            towards zero. “Follow one rating” above shows this with the numbers of the run.
          </p>
          <Formula block tex={PULL} />
        </>
      )}
      {optimizer === 'lazy-adam' && <p>Lazy Adam updates only the rows of this batch’s users and movies; t counts all steps.</p>}
      <Formula block tex={`${RMSE}, \\qquad ${RATE[schedule]}`} />
      <Symbols
        rows={[
          {
            tex: 'B',
            meaning: 'a batch of ratings',
            value: `${batchSize} of ${report ? formatCount(report.train.ratings) : '–'}`,
          },
          {
            tex: 'V',
            meaning: 'the ratings of the validation part',
            value: report ? formatCount(report.validation.ratings) : '–',
          },
          learningRateSymbol({ learningRate }),
          ...(schedule === 'exponential'
            ? [{ tex: '\\gamma', meaning: 'decay of the learning rate per epoch', value: formatNumber(decay) }]
            : []),
          factorL2Symbol({ l2 }),
          ...(penalised ? [biasL2Symbol({ biasL2 })] : []),
          ...(schedule === 'exponential' ? [{ tex: 'n', meaning: 'completed epochs', value: 'from 0' }] : []),
          ...(schedule === 'cosine' ? [{ tex: 's', meaning: 'share of the steps done since the warm-up', value: '0 … 1' }] : []),
          ...(warmup > 0 ? [{ tex: 'w', meaning: 'share of the steps with a rising rate', value: formatNumber(warmup) }] : []),
          { tex: '\\theta', meaning: 'any weight of the model', value: 'per weight' },
          { tex: 'g', meaning: 'the gradient ∂L/∂θ of the loss', value: 'per weight' },
          { tex: 't', meaning: 'number of the training step', value: 'from 1' },
          ...(clip > 0 ? [{ tex: '|g|', meaning: 'limit of each number of g', value: formatNumber(clip) }] : []),
          ...(optimizer === 'sgd'
            ? [
                { tex: 'm', meaning: 'the last step of the weight', value: 'per weight' },
                { tex: '\\mu', meaning: 'momentum: the share of the last step that is kept', value: formatNumber(momentum) },
              ]
            : []),
          ...(optimizer === 'adam' || optimizer === 'lazy-adam'
            ? [
                { tex: 'm,\\; v', meaning: 'Adam’s moments: moving averages of g and of g²', value: 'per weight' },
                { tex: '\\beta_1,\\; \\beta_2', meaning: 'decay rates of Adam’s moments', value: '0.9, 0.999' },
                { tex: '\\varepsilon', meaning: 'keeps the step finite where v is 0', value: '10⁻⁷' },
              ]
            : []),
          ...(optimizer === 'adagrad'
            ? [
                { tex: 'v', meaning: 'sum of all g² so far, from 0.1', value: 'per weight' },
                { tex: '\\varepsilon', meaning: 'keeps the step finite where v is 0', value: '10⁻⁷' },
              ]
            : []),
        ]}
      />
      <p>
        RMSE is the typical error in stars. On held-out ratings, a prediction outside the rating scale counts as the nearest end
        of it. Two lines in the chart need no training: the global mean, and the mean plus user and movie biases (“user + movie
        bias”). A model that is not below the second line predicts no better than these simple averages.
      </p>
    </InWords>
  );
}
