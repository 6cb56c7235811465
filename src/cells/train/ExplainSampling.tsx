import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';
import { RMSE } from './formulas.ts';
import { biasL2Symbol, factorL2Symbol } from './symbols.ts';

const DRAWN =
  'p_u \\sim \\mathcal N\\!\\left(A_u^{-1} c_u,\\; A_u^{-1}\\right), \\qquad A_u = \\Lambda + \\alpha \\sum_{i \\in N_u} q_i q_i^\\top, \\qquad c_u = \\Lambda \\mu + \\alpha \\sum_{i \\in N_u} e_{ui}\\, q_i';
const SOLVED =
  'p_u = \\left(\\sum_{i \\in N_u} \\left(q_i q_i^\\top + \\lambda I\\right)\\right)^{-1} \\sum_{i \\in N_u} e_{ui}\\, q_i';

/** Gibbs sampling (Salakhutdinov and Mnih 2008; Simm et al. 2017), and ALS (Zhou et al. 2008). */
export function ExplainSampling() {
  const { optimizer } = useNotebookState(selectConfiguration);
  return optimizer === 'gibbs' ? <ExplainGibbs /> : <ExplainAls />;
}

function ExplainGibbs() {
  const { epochs, ratedSet, ratedBy } = useNotebookState(selectConfiguration);
  return (
    <InWords>
      <p>
        Many different models fit the ratings about equally well. Other optimizers look for one of them. Gibbs sampling draws
        many, each with the probability that the ratings give it, and predicts with their average (Salakhutdinov and Mnih, 2008).
        Where the ratings say much, all models agree. Where they say little, the models differ, and the average stays near the
        mean. So the training error may be low without overfitting, and no L2 and no learning rate have to be chosen.
      </p>
      <p>
        One epoch is one sweep. It draws the factors and the bias of each user, with the movies fixed, from a normal distribution.
        Then it does the same for each movie. The middle of that distribution is the solution of a ridge regression; its width
        says how much the ratings leave open. The strength of the ridge, Λ, and the noise of the ratings are drawn as well.
      </p>
      <Formula block tex={DRAWN} />
      {(ratedSet || ratedBy) && (
        <p>
          The embeddings of rated movies, or of the users who rated a movie, move the centre μ for each row (Simm and others,
          2017). So users with few ratings start from users who rated the same movies.
        </p>
      )}
      <p>
        The first 10 sweeps only find the way and are not averaged. After them, the model in use has the mean of all samples of
        its factors. How much the samples differ, together with the noise, gives the interval of each prediction. Random numbers
        depend only on the seed, the sweep and the row, so the result is the same with any number of threads.
      </p>
      <Formula block tex={RMSE} />
      <Symbols
        rows={[
          { tex: 'N_u', meaning: 'the movies that the user rated', value: 'of the training part' },
          { tex: 'e_{ui}', meaning: 'the rating without the mean and the movie’s bias', value: 'per rating' },
          {
            tex: '\\mu,\\; \\Lambda',
            meaning: 'the mean of the users’ factors and the inverse of their covariance',
            value: 'drawn',
          },
          { tex: '\\alpha', meaning: 'one divided by the variance of the noise', value: 'drawn' },
          {
            tex: 'V',
            meaning: 'the ratings held out for validation',
            value: `measured after each of ${formatCount(epochs)} sweeps`,
          },
        ]}
      />
    </InWords>
  );
}

function ExplainAls() {
  const { biases, l2, biasL2 } = useNotebookState(selectConfiguration);
  return (
    <InWords>
      <p>
        With the movies fixed, the best factors of a user are the solution of a small system of equations: a ridge regression of
        the user’s ratings. ALS (alternating least squares) solves it for all users, then the same for all movies with the users
        fixed, and repeats. No step has a learning rate, and the training loss never rises. L2 counts once for each rating, as in
        Zhou and others (2008).
      </p>
      <Formula block tex={SOLVED} />
      <Formula block tex={RMSE} />
      <Symbols
        rows={[
          { tex: 'N_u', meaning: 'the movies that the user rated', value: 'of the training part' },
          { tex: 'e_{ui}', meaning: `the rating${biases ? ' without the mean and the movie’s bias' : ''}`, value: 'per rating' },
          factorL2Symbol({ l2 }),
          ...(biases ? [biasL2Symbol({ biasL2 })] : []),
          { tex: 'V', meaning: 'the ratings held out for validation', value: 'per epoch' },
        ]}
      />
    </InWords>
  );
}
