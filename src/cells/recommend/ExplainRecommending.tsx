import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectMeasureInUse, selectUserData } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';

const selectByCount = ({ training }: NotebookState) => training.inUse?.configuration.model === 'popular';
const selectByList = ({ training }: NotebookState) => (training.inUse?.configuration.listWeight ?? 0) > 0;
const selectResult = ({ recommend }: NotebookState) => recommend.result;

const OF_STARS = `If the user’s favourites include some, compare their stars with the prediction.`;
const UNSEEN_USER = `A split by time may hold out all ratings of a user. The factors and the bias of such a user stay zero, so
  a dot product ranks only by the movies’ biases. The list says so.`;
const WITHIN_SCALE = `A model may predict values outside the rating scale. The page shows the nearest end of the scale, but
  orders movies by the original predictions.`;
const BY_LIST = `This model answers two questions: how many stars a user would give, and which movies they would choose. The
  second answer, the list score, orders the movies.`;
const OF_SCORES = `Scores only rank. If the user’s favourites include some, check whether they score as high as the others.`;

export function ExplainRecommending() {
  const result = useNotebookState(selectResult);
  const data = useNotebookState(selectUserData);
  const byCount = useNotebookState(selectByCount);
  const { unit } = useNotebookState(selectMeasureInUse);
  const byList = useNotebookState(selectByList);
  return (
    <InWords>
      <p>
        The model scores every movie that the user has not rated, and the five highest are shown. Movies with few ratings often
        come first by chance, because the model knows too little about them. The slider leaves them out; set it to 1 to include
        all movies.
      </p>
      <Formula
        block
        tex={`\\operatorname{top}_5(u) = \\underset{i \\,\\in\\, I \\setminus R_u}{\\operatorname{arg\\,max}^{(5)}} \\; ${byCount ? 'n_i' : byList ? '\\hat s_{ui}' : '\\hat r_{ui}'}`}
      />
      {byCount && <p>This model ranks movies by their number of ratings. The stars shown are the movie’s shrunk mean.</p>}
      {byList && <p>{BY_LIST}</p>}
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
      <p>{UNSEEN_USER}</p>
      {unit !== '' && <p>{WITHIN_SCALE}</p>}
      <p>The model did not learn from ratings marked “not in training”. {unit === '' ? OF_SCORES : OF_STARS}</p>
    </InWords>
  );
}
