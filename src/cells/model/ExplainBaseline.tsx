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
  mean: `The least that can be said: every prediction is the mean of the ratings that train. Its error is how far ratings spread about
    their mean, the level against which every other model counts.`,
  bias: `Some people give four stars to everything, and some movies are simply good. Both are means of what is left over, each shrunk
    towards zero where there are few ratings to go by. Nothing here knows who likes what: for everybody it ranks the movies alike, so
    only what does better than this has learned anybody’s taste.`,
  popular: `What a shop window does: the movies that most people rated, the same for everybody apart from what one has seen. As a
    recommender it is hard to beat by lists; as a predictor of stars it is not meant. The number of stars it shows is the movie’s own
    mean, shrunk to the mean of all, so that its error can stand beside the others.`,
  neighbours: `Two movies are alike where the same people rated both above what was to be expected of them, or both below. To predict a
    rating, look at the movies most like it that this user has rated: how far the user went above or below expectation there, weighed
    by likeness, is added to what is expected here. Nothing is compressed into factors, and every prediction can be traced to the
    ratings that it comes from.`,
  ease: `Embarrassingly shallow autoencoders (Steck, 2019): every movie’s score is a weighted sum of what the user liked, with a weight for
    each pair of movies, found by least squares so that the sums give the likings back. No movie may speak for itself, or each would
    copy itself and nothing else; with that the answer can be written down, by one inverse. Neighbours compare two movies at a time; the inverse
    takes into account what all the others say already. The stars that it shows are those of the biases, since its scores only rank.`,
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
            The sums go over the users who rated both movies. Only similarities above zero count. The biases are fitted in ten
            rounds of the two formulas, each with the other’s last result.
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
    { tex: 'b_u', meaning: 'how generous the user is', value: `${count(data?.users)} numbers` },
    { tex: 'b_i', meaning: 'how well the movie is liked', value: `${count(data?.movies)} numbers` },
    { tex: 'n_u,\\; n_i', meaning: 'how many ratings the user gave, the movie got', value: 'counts' },
  ];
  const ofModel: Readonly<Record<BaselineName, readonly SymbolRow[]>> = {
    mean: [],
    bias: biases,
    popular: [{ tex: 'n_i', meaning: 'how often the movie was rated', value: `${count(data?.movies)} counts` }],
    neighbours: [
      ...biases,
      {
        tex: `N_{${neighbours}}(i,u)`,
        meaning: 'the movies most like i that the user rated',
        value: `at most ${neighbours}`,
      },
      { tex: 'n_{ij}', meaning: 'how many users rated both movies', value: 'counts' },
      { tex: '\\rho_{ui}', meaning: 'a rating without the biases', value: 'stars' },
      { tex: '\\lambda', meaning: 'shrinkage', value: String(similarityShrinkage) },
    ],
    ease: [
      { tex: 'X', meaning: 'what each user liked: a row each', value: `${count(data?.users)} × ${count(data?.movies)}` },
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
