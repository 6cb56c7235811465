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

const OF_STARS = `Where the user’s favourites include some, compare what they gave with what was predicted: that is how good the model is,
  in single cases.`;
const UNSEEN_USER = `A split by time may hold out all ratings of a user. No training step reads such a user’s factors and bias, so they stay zero,
  and the user’s part of the prediction is gone: a dot product ranks by the movies’ biases alone. The list says so then.`;
const WITHIN_SCALE = `A model may predict more stars than there are. What is shown ends at the ends of the rating scale; the order is that
  of the predictions themselves.`;
const BY_LIST = `This model has two answers: how many stars a user would give, and what they would choose among all movies. The second one, the
  score of the list, orders the movies.`;
const OF_SCORES = `Scores only rank: where the user’s favourites include some, see whether they stand as high as those that it learned from.`;

export function ExplainRecommending() {
  const result = useNotebookState(selectResult);
  const data = useNotebookState(selectUserData);
  const byCount = useNotebookState(selectByCount);
  const { unit } = useNotebookState(selectMeasureInUse);
  const byList = useNotebookState(selectByList);
  return (
    <InWords>
      <p>
        The model is asked about every movie the user has not rated, and the five highest answers are shown. Movies that hardly
        anybody rated often come out on top by luck: the model has seen too little of them. The slider leaves them out; set it to
        1 to see the whole long tail.
      </p>
      <Formula
        block
        tex={`\\operatorname{top}_5(u) = \\underset{i \\,\\in\\, I \\setminus R_u}{\\operatorname{arg\\,max}^{(5)}} \\; ${byCount ? 'n_i' : byList ? '\\hat s_{ui}' : '\\hat r_{ui}'}`}
      />
      {byCount && <p>This model goes by how often a movie was rated; the stars beside it are the movie’s shrunk mean.</p>}
      {byList && <p>{BY_LIST}</p>}
      {result && data && (
        <Symbols
          rows={[
            { tex: 'u', meaning: 'the user', value: String(result.userId) },
            { tex: '|R_u|', meaning: 'movies the user has rated', value: formatCount(result.userRatings) },
            {
              tex: '|I \\setminus R_u|',
              meaning: 'movies the model was asked about',
              value: formatCount(data.movies - result.userRatings),
            },
          ]}
        />
      )}
      <p>{UNSEEN_USER}</p>
      {unit !== '' && <p>{WITHIN_SCALE}</p>}
      <p>A rating that was held out is one the model never learned from. {unit === '' ? OF_SCORES : OF_STARS}</p>
    </InWords>
  );
}
