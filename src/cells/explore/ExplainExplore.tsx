import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount, formatStars } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';

const selectExplore = ({ explore }: NotebookState) => explore;

export function ExplainExplore() {
  const { view, minRatings } = useNotebookState(selectExplore);
  const [best] = view?.bestRated ?? [];
  return (
    <InWords>
      <p>
        Ratings are not a random sample. People rate what they chose to see, so high ratings are more common than low ones. A few
        users give thousands of ratings, most give a few dozen. A few movies have very many ratings, most have very few.
        Logarithmic axes make this long tail visible.
      </p>
      <p>
        Every chart filters all the others: select a genre, and the other charts show only its ratings. A filter does not change
        the bars of its own chart, so that you can select others. The charts of ratings per user and per movie count users and
        movies. They group them by all their ratings, without filters.
      </p>
      <p>
        The highest means belong to movies with a single high rating. So before means are compared, each movie gets m extra
        average ratings. Many real ratings outweigh them, few do not. This is the Bayesian estimate of the mean, with the other
        movies as the prior.
      </p>
      <Formula block tex="\tilde r_i = \frac{n_i \bar r_i + m \mu}{n_i + m}" />
      <Symbols
        rows={[
          { tex: 'm', meaning: 'the added ratings, and the minimum of a listed movie', value: formatCount(minRatings) },
          {
            tex: '\\mu',
            meaning: 'the mean of all ratings that pass the filters',
            value: view ? formatStars(view.meanStars) : '–',
          },
          {
            tex: 'n_i',
            meaning: `how often the movie was rated${best ? `: ${best.title}` : ''}`,
            value: best ? formatCount(best.ratings) : '–',
          },
          { tex: '\\bar r_i', meaning: 'its mean', value: best ? formatStars(best.meanStars) : '–' },
          { tex: '\\tilde r_i', meaning: 'its shrunk mean', value: best ? formatStars(best.shrunkStars) : '–' },
        ]}
      />
    </InWords>
  );
}
