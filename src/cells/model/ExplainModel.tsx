import type { DataSummary } from '../../core/data-summary.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import { givesScores } from '../../core/loss.ts';
import { isBaseline } from '../../core/model-name.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { GAIN_AT_FIRST } from '../../models/list-head.ts';
import { sigmoidEnds } from '../../models/model.ts';
import { MODELS } from '../../models/registry.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount, formatStars } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { type SymbolRow, Symbols } from '../Symbols.tsx';
import { ExplainBaseline } from './ExplainBaseline.tsx';

const selectSummary = ({ data }: NotebookState) => data.summary;

const PROSE = {
  dot: `Every user and every movie has a short list of numbers, its factors. Nobody defines what they mean: training finds
    directions such as “likes long dramas” because they help to predict. The dot product of the two lists says how well they
    match. The biases cover what does not depend on individual taste: some users give four stars to everything, and most users
    like some movies.`,
  mlp: `Every user and every movie has a list of numbers, its embedding. Both lists go into dense layers. Each layer computes
    weighted sums of its inputs and applies a non-linear function. Such a network can learn a dot product and much more. With
    few ratings per user it may overfit, so it needs dropout and L2.`,
  hybrid: `Two models at once: the dot product learns how well tastes match, and the dense layers can learn other patterns.
    Each has its own embeddings, and their scores are added.`,
} as const;

const LIST = `The model answers two questions: how many stars would the user give, and which movies would they choose? Both
  answers use the same factors. For the list, each factor is multiplied by a gain, and each movie has a bias for how often it
  is chosen.`;

export function ExplainModel() {
  const configuration = useNotebookState(selectConfiguration);
  const data = useNotebookState(selectSummary);
  const { model, loss } = configuration;
  if (isBaseline(model)) return <ExplainBaseline model={model} />;
  return (
    <InWords>
      <p>{PROSE[model]}</p>
      <p>
        An embedding is a table with one row of numbers for each user, or for each movie
        {data && `: ${rowsOf(configuration, data)}`}. The rows start as small random numbers and are learned from the ratings. The
        dot product multiplies two rows number by number and adds the products. It is large where both rows have large numbers
        with the same sign
        {loss !== 'implicit' && ', and the gradient of each number is proportional to its partner in the other row'}.
      </p>
      {configuration.listWeight > 0 && <p>{LIST}</p>}
      <Formula block tex={MODELS[configuration.model].formula(configuration)} />
      <Symbols rows={symbolsOf(configuration, data)} />
    </InWords>
  );
}

function rowsOf({ userFactors, movieFactors }: Configuration, { users, movies }: DataSummary): string {
  return `here ${formatCount(users)} rows of ${userFactors} and ${formatCount(movies)} rows of ${movieFactors}`;
}

function symbolsOf(configuration: Configuration, data: DataSummary | null): readonly SymbolRow[] {
  const { userFactors, movieFactors, output, loss } = configuration;
  return [
    ...(configuration.listWeight === 1
      ? []
      : [
          givesScores(loss)
            ? { tex: '\\hat s_{ui}', meaning: 'the score of movie i with user u', value: 'any number' }
            : { tex: '\\hat r_{ui}', meaning: 'the prediction for user u and movie i', value: 'stars' },
        ]),
    { tex: 'p_u', meaning: 'the factors of the user', value: `${userFactors} numbers` },
    { tex: 'q_i', meaning: 'the factors of the movie', value: `${movieFactors} numbers` },
    ...(configuration.model === 'mlp' ? biasSymbols(configuration, data) : dotSymbols(configuration, data)),
    ...(configuration.model === 'dot' ? [] : layerSymbols(configuration)),
    ...listSymbols(configuration),
    ...featureSymbols(configuration, data),
    ...(output === 'sigmoid' && data ? [ends(data)] : []),
  ];
}

function listSymbols({ listWeight, movieFactors }: Configuration): readonly SymbolRow[] {
  if (listWeight === 0) return [];
  return [
    { tex: '\\hat s_{ui}', meaning: 'the score of the list, which orders the movies', value: 'any number' },
    { tex: 'a', meaning: `the gain of each factor, ${GAIN_AT_FIRST} at first`, value: `${movieFactors} numbers` },
    { tex: 'c_i', meaning: 'bias of the movie in the list', value: 'one number each' },
  ];
}

function dotSymbols(configuration: Configuration, data: DataSummary | null): readonly SymbolRow[] {
  const { userFactors, movieFactors } = configuration;
  const map = { tex: 'W', meaning: 'maps the user’s factors to the movie’s size', value: `${userFactors} × ${movieFactors}` };
  return [...(userFactors === movieFactors ? [] : [map]), ...biasSymbols(configuration, data)];
}

/** What the switches of the features add. */
function featureSymbols(configuration: Configuration, data: DataSummary | null): readonly SymbolRow[] {
  const { userFactors, movieFactors, ratedSet, ratedBy, demographics, genres, releaseYear, ratingTime, userDrift } =
    configuration;
  const rows = (count: number | undefined, width: number) => `${count ?? '–'} × ${width}`;
  const sizes = data?.features;
  const ofUser = [
    {
      on: ratedSet,
      tex: 'y_j',
      meaning: 'embedding of each movie j that the user rated (N_u)',
      value: rows(data?.movies, userFactors),
    },
    {
      on: demographics,
      tex: 'z_d',
      meaning: 'embeddings of the user’s demographics',
      value: rows(sizes?.demographics, userFactors),
    },
  ];
  const ofMovie = [
    {
      on: ratedBy,
      tex: 'w_v',
      meaning: 'embedding of each user v who rated the movie (N_i)',
      value: rows(data?.users, movieFactors),
    },
    { on: genres, tex: 'x_g', meaning: 'embedding of each genre g of the movie', value: rows(sizes?.genres, movieFactors) },
    {
      on: releaseYear,
      tex: 'h_{y(i)}',
      meaning: 'embedding of the five-year period of release',
      value: rows(sizes?.years, movieFactors),
    },
  ];
  const ofTime = [
    { on: ratingTime, tex: 'b_t', meaning: 'bias of the period of the rating', value: `${sizes?.periods ?? '–'} numbers` },
    {
      on: userDrift,
      tex: 'b_{u,t}',
      meaning: 'bias of the period in the user’s history',
      value: `${sizes?.userPeriods ?? '–'} numbers a user`,
    },
  ];
  return [...ofUser, ...ofMovie, ...ofTime].filter(({ on }) => on).map(({ on: _, ...row }) => row);
}

function biasSymbols({ biases }: Configuration, data: DataSummary | null): readonly SymbolRow[] {
  const sums = [
    { tex: '\\mu', meaning: 'the mean rating', value: data ? formatStars(data.meanStars) : '–' },
    { tex: 'b_u,\\; b_i', meaning: 'the bias of the user, of the movie', value: 'one number each' },
  ];
  return biases ? sums : [];
}

function layerSymbols({ userFactors, movieFactors, hidden, activation, dropout }: Configuration): readonly SymbolRow[] {
  const widths = [userFactors + movieFactors, ...hidden];
  const layers = hidden.map((width, at) => ({
    tex: `W_{${at + 1}}`,
    meaning: `the weights of hidden layer ${at + 1}${dropout > 0 ? `, with ${Math.round(dropout * 100)} % dropout` : ''}`,
    value: `${widths[at]} × ${width}`,
  }));
  const bend =
    activation === 'relu'
      ? { tex: '\\operatorname{ReLU}(x)', value: 'max(0, x)' }
      : { tex: '\\sigma(x)', value: '1 / (1 + exp(−x))' };
  return [
    ...layers,
    { tex: 'w', meaning: 'the weights of the score', value: `${widths.at(-1)} × 1` },
    { ...bend, meaning: 'the activation function' },
  ];
}

function ends({ scale, deviationStars }: DataSummary): SymbolRow {
  const { low, high } = sigmoidEnds(scale, { deviation: deviationStars });
  return {
    tex: 'a,\\; b',
    meaning: 'the limits of the sigmoid, a little outside the rating scale because it never reaches them',
    value: `${formatNumber(low)}, ${formatNumber(high)}`,
  };
}
