import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectMeasureInUse, selectUserData } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';
import { requestOf } from './choices.ts';

const selectByCount = ({ training }: NotebookState) => training.inUse?.configuration.model === 'popular';
const selectByList = ({ training }: NotebookState) => (training.inUse?.configuration.listWeight ?? 0) > 0;
const selectResult = ({ recommend }: NotebookState) => recommend.result;

const selectHasBeside = ({ beside }: NotebookState): boolean => beside.other !== '';
const selectHasGroup = ({ group }: NotebookState): boolean => group.text !== '';
const selectChoices = ({ recommend }: NotebookState) => recommend.choices;

const DISCOUNTED = `The discount makes room for movies that fewer people know. A movie with ten times the ratings loses that many
  standard deviations of this user’s scores.`;
const FOLDING = `You, “Why?” and “What if” fold a user in: the embeddings of the movies stay as they are, and the user’s embedding
  follows from the ratings by ridge regression. A list is folded in by Newton’s method on the same loss, layers by Gauss–Newton steps.`;
const PULLS = `Each term of the second sum is what one rating adds to the score, so “Why?” can name the ratings that pull most. The first
  sums of “Why?” are exact: they use the trained embedding.`;
const TOGETHER = `A list for several users joins their scores. With the mean, one user may dislike a movie that the others like; with
  “least misery” the lowest score counts alone (Masthoff 2004).`;
const BESIDE = `Two models side by side choose among the same movies. Overlap@N is the share of the N movies that is on both lists; two good
  models may agree on few.`;
const OF_STARS = `If a favourite of the user is marked so, compare the stars that it got with the prediction.`;
const UNSEEN_USER = `A split by time may hold out all ratings of a user. The factors and the bias of such a user stay zero, so
  a dot product ranks only by the movies’ biases. The list says so.`;
const WITHIN_SCALE = `A model may predict values outside the rating scale. The page shows the nearest end of the scale, but
  a list by stars is in the order of the unlimited predictions.`;
const BY_LIST = `This model answers two questions: how many stars a user would give, and which movies they would choose. The
  second answer, the list score, orders the movies.`;
const OF_SCORES = `Scores only rank. If a favourite of the user is marked so, check whether it scores as high as the others.`;

export function ExplainRecommending() {
  const result = useNotebookState(selectResult);
  const data = useNotebookState(selectUserData);
  const byCount = useNotebookState(selectByCount);
  const { unit } = useNotebookState(selectMeasureInUse);
  const hasGroup = useNotebookState(selectHasGroup);
  const hasBeside = useNotebookState(selectHasBeside);
  const byList = useNotebookState(selectByList);
  const { count, discount = 0 } = requestOf(useNotebookState(selectChoices));
  return (
    <InWords>
      <p>
        The model scores every movie that the user has not rated, and the highest are shown. Movies with few ratings often come
        first by chance, because the model knows too little about them. The slider leaves them out; set it to 1 to include all
        movies.
      </p>
      <Formula
        block
        tex={`\\operatorname{top}_{${count}}(u) = \\underset{i \\,\\in\\, I \\setminus R_u}{\\operatorname{arg\\,max}^{(${count})}} \\; ${byCount ? 'n_i' : byList ? '\\hat s_{ui}' : '\\hat r_{ui}'}`}
      />
      {byCount && <p>This model ranks movies by their number of ratings. The stars shown are the movie’s shrunk mean.</p>}
      {byList && <p>{BY_LIST}</p>}
      {discount > 0 && (
        <>
          <p>{DISCOUNTED}</p>
          <Formula block tex={`s'_{ui} = s_{ui} - ${discount} \\, \\sigma_u \\log_{10} n_i`} />
        </>
      )}
      {result && data && (
        <Symbols
          rows={[
            { tex: 'u', meaning: 'the user', value: String(result.userId) },
            { tex: '|R_u|', meaning: 'movies the user has rated', value: formatCount(result.userRatings) },
            {
              tex: '|I \\setminus R_u|',
              meaning: 'movies that the model scored',
              value: formatCount(data.movies - result.userRatings),
            },
          ]}
        />
      )}
      {hasGroup && (
        <>
          <p>{TOGETHER}</p>
          <Formula
            block
            tex={`s_{Gi} = \\frac{1}{|G|} \\sum_{u \\in G} s_{ui} \\qquad \\text{or} \\qquad s_{Gi} = \\min_{u \\in G} s_{ui}`}
          />
        </>
      )}
      {hasBeside && <p>{BESIDE}</p>}
      <p>{UNSEEN_USER}</p>
      {unit !== '' && <p>{WITHIN_SCALE}</p>}
      <p>{FOLDING}</p>
      <Formula
        block
        tex={`p = \\left(\\lambda I + \\sum_{j \\in R} q_j q_j^\\top\\right)^{-1} \\sum_{j \\in R} \\tilde r_j \\, q_j, \\qquad \\hat r_i = b_i + \\sum_{j \\in R} \\tilde r_j \\; q_i^\\top \\left(\\lambda I + \\sum_{j \\in R} q_j q_j^\\top\\right)^{-1} q_j`}
      />
      <p>{PULLS}</p>
      <p>The model did not learn from ratings marked “not in training”. {unit === '' ? OF_SCORES : OF_STARS}</p>
    </InWords>
  );
}
