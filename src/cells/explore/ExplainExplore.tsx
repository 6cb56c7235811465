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
        Ratings are not a fair sample. People rate what they chose to see, so high stars are commoner than low ones. A few users
        give thousands of ratings and most give a few dozen; a few movies have been seen by everybody and most by hardly anyone.
        On logarithmic axes that long tail becomes a slope one can read.
      </p>
      <p>
        Every chart filters all the others: pick a genre, and the bars of stars, years and activity show its ratings alone. A
        chart’s own filter does not shorten its own bars, so that one can always choose others. Bars of ratings per user and per
        movie are numbers of users and movies; how active each of them is, is counted over all the data.
      </p>
      <p>
        The highest means belong to movies that one person loved. So each movie is given m more ratings, all of them average,
        before means are compared: many ratings outweigh them, few do not. It is what a Bayesian expects of a movie, having seen
        the others.
      </p>
      <Formula block tex="\tilde r_i = \frac{n_i \bar r_i + m \mu}{n_i + m}" />
      <Symbols
        rows={[
          { tex: 'm', meaning: 'the ratings added, and the fewest a listed movie has', value: formatCount(minRatings) },
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
          { tex: '\\tilde r_i', meaning: 'its mean, pulled', value: best ? formatStars(best.shrunkStars) : '–' },
        ]}
      />
    </InWords>
  );
}
