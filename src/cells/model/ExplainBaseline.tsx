import type { DataSummary } from '../../core/data-summary.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import type { BaselineName } from '../../core/model-name.ts';
import { MODELS } from '../../models/registry.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount, formatStars } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { type SymbolRow, Symbols } from '../Symbols.tsx';

const selectSummary = ({ data }: NotebookState) => data.summary;

interface ExplainBaselineProps {
  readonly model: BaselineName;
}

const PROSE: Readonly<Record<BaselineName, string>> = {
  mean: `Every prediction is the mean of the training ratings. Its error shows how far ratings spread around their mean. Every
    other model is compared with this error.`,
  bias: `Some users give four stars to everything, and most users like some movies. Each bias is the mean of what remains,
    shrunk towards zero if there are few ratings. This model ranks the movies in the same order for everybody. A model
    that is no better than this predicts nothing about individual taste.`,
  popular: `Everybody gets the movies with the most ratings, without those they have rated. Its lists are hard to beat. It is
    not made to predict stars: the page shows the movie’s mean, shrunk towards the mean of all ratings, so that its error can
    be compared.`,
  neighbours: `Two movies are similar if the same users rated both above what was expected, or both below. To predict a
    rating, the model takes the most similar movies that the user has rated. It averages how far these ratings are above or
    below expectation, weighted by similarity, and adds this to the expected rating. So every prediction can be traced to
    single ratings.`,
  ease: `EASE, the embarrassingly shallow autoencoder (Steck, 2019), scores each movie by a weighted sum of what the user
    liked. There is one weight for each pair of movies, fitted by least squares so that the scores reproduce what users liked.
    No movie may predict itself, or each would only copy itself. The solution is one matrix inverse. Neighbours compare two
    movies at a time; the inverse takes all the other movies into account. Its scores only rank, so the stars shown are those
    of the biases.`,
};

const BIASES =
  'b_i = \\frac{\\sum_{u} (r_{ui} - \\mu - b_u)}{10 + n_i}, \\qquad b_u = \\frac{\\sum_{i} (r_{ui} - \\mu - b_i)}{15 + n_u}';
const SIMILARITY =
  's_{ij} = \\frac{n_{ij}}{n_{ij} + \\lambda} \\cdot \\frac{\\sum_{u} \\rho_{ui}\\, \\rho_{uj}}{\\sqrt{\\sum_{u} \\rho_{ui}^2 \\; \\sum_{u} \\rho_{uj}^2}}, \\qquad \\rho_{ui} = r_{ui} - b_{ui}';

export function ExplainBaseline({ model }: ExplainBaselineProps) {
  const configuration = useNotebookState(selectConfiguration);
  const data = useNotebookState(selectSummary);
  const hasBiases = model === 'bias' || model === 'neighbours';
  return (
    <InWords>
      <p>{PROSE[model]}</p>
      <Formula block tex={MODELS[model].formula(configuration)} />
      {hasBiases && <Formula block tex={BIASES} />}
      {model === 'neighbours' && (
        <>
          <Formula block tex={SIMILARITY} />
          <p>
            The sums go over the users who rated both movies. Only similarities above zero count. The two formulas of the biases
            are applied in turn, ten times.
          </p>
        </>
      )}
      <Symbols rows={symbolsOf(model, configuration, data)} />
    </InWords>
  );
}

function symbolsOf(model: BaselineName, configuration: Configuration, data: DataSummary | null): readonly SymbolRow[] {
  const { neighbours, similarityShrinkage, ridge } = configuration;
  const count = (value: number | undefined) => (value === undefined ? '–' : formatCount(value));
  const mean = { tex: '\\mu', meaning: 'the mean rating', value: data ? formatStars(data.meanStars) : '–' };
  const biases = [
    { tex: 'b_u', meaning: 'the bias of the user', value: `${count(data?.users)} numbers` },
    { tex: 'b_i', meaning: 'the bias of the movie', value: `${count(data?.movies)} numbers` },
    { tex: 'n_u,\\; n_i', meaning: 'the number of ratings of the user, of the movie', value: 'counts' },
  ];
  const ofModel: Readonly<Record<BaselineName, readonly SymbolRow[]>> = {
    mean: [],
    bias: biases,
    popular: [{ tex: 'n_i', meaning: 'how often the movie was rated', value: `${count(data?.movies)} counts` }],
    neighbours: [
      ...biases,
      {
        tex: `N_{${neighbours}}(i,u)`,
        meaning: 'the movies most similar to i that the user rated',
        value: `at most ${neighbours}`,
      },
      { tex: 'n_{ij}', meaning: 'how many users rated both movies', value: 'counts' },
      { tex: '\\rho_{ui}', meaning: 'a rating without the biases', value: 'stars' },
      { tex: '\\lambda', meaning: 'shrinkage', value: String(similarityShrinkage) },
    ],
    ease: [
      { tex: 'X', meaning: 'what each user liked, one row per user', value: `${count(data?.users)} × ${count(data?.movies)}` },
      { tex: 'S_u', meaning: 'the movies that user u liked', value: 'a list' },
      {
        tex: 'P',
        meaning: 'the inverse of how often two movies are liked together',
        value: `${count(data?.movies)} × ${count(data?.movies)}`,
      },
      { tex: '\\lambda', meaning: 'regularisation', value: String(ridge) },
    ],
  };
  if (model === 'ease')
    return [{ tex: '\\hat s_{ui}', meaning: 'the score of movie i for user u', value: 'any number' }, ...ofModel.ease];
  return [{ tex: '\\hat r_{ui}', meaning: 'the prediction for user u and movie i', value: 'stars' }, mean, ...ofModel[model]];
}
