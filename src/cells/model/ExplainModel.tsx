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
  dot: `Every user and every movie gets a short list of numbers, its factors. Nobody says what they mean; training finds
    directions such as “likes long dramas” by itself, because they help to predict. A user and a movie match where their lists point the
    same way: multiply them number by number and add up. The biases take care of what has nothing to do with taste: some people give
    four stars to everything, and some movies are simply good.`,
  mlp: `Every user and every movie gets a list of numbers, its embedding. Both lists go side by side into dense layers, each of which
    mixes its inputs and bends the result. Such a network could learn a dot product and much more; on a table this sparse that
    freedom is also a risk, which is what dropout and L2 are for.`,
  hybrid: `Two models at once: the dot product is good at plain agreement of tastes, the dense layers can learn what is not
    of that form. Each has embeddings of its own, so that neither has to compromise, and their scores are added up.`,
} as const;

const LIST = `The model has two answers. How many stars would the user give, and which movies would they choose? Both are read off the same factors;
  the list takes each factor as large as it needs, by a gain, and has a number of its own for how often a movie is chosen.`;

export function ExplainModel() {
  const configuration = useNotebookState(selectConfiguration);
  const data = useNotebookState(selectSummary);
  const { model, loss } = configuration;
  if (isBaseline(model)) return <ExplainBaseline model={model} />;
  return (
    <InWords>
      <p>{PROSE[model]}</p>
      <p>
        An embedding is a table with a row of numbers for each user, or each movie, looked up by its number
        {data && `: ${rowsOf(configuration, data)}`}. The rows start as small random numbers; nothing but the ratings shapes them.
        A dot product adds up the products of two such rows: it is large where both are large with the same sign, so it measures
        agreement{loss !== 'implicit' && ', and each number of a row gets a gradient from the one across it'}.
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
    { tex: 'a', meaning: `a gain for each factor, ${GAIN_AT_FIRST} at first`, value: `${movieFactors} numbers` },
    { tex: 'c_i', meaning: 'how often the movie is chosen', value: 'one number each' },
  ];
}

function dotSymbols(configuration: Configuration, data: DataSummary | null): readonly SymbolRow[] {
  const { userFactors, movieFactors } = configuration;
  const map = { tex: 'W', meaning: 'brings the user’s factors to the movie’s size', value: `${userFactors} × ${movieFactors}` };
  return [...(userFactors === movieFactors ? [] : [map]), ...biasSymbols(configuration, data)];
}

/** What the switches of the features add. */
function featureSymbols(configuration: Configuration, data: DataSummary | null): readonly SymbolRow[] {
  const { userFactors, movieFactors, ratedSet, demographics, genres, releaseYear, ratingTime, userDrift } = configuration;
  const rows = (count: number | undefined, width: number) => `${count ?? '–'} × ${width}`;
  const sizes = data?.features;
  const ofUser = [
    { on: ratedSet, tex: 'y_j', meaning: 'of each movie j in N_u, those the user rated', value: rows(data?.movies, userFactors) },
    { on: demographics, tex: 'z_d', meaning: 'of what describes the user', value: rows(sizes?.demographics, userFactors) },
  ];
  const ofMovie = [
    { on: genres, tex: 'x_g', meaning: 'of each genre g of the movie', value: rows(sizes?.genres, movieFactors) },
    {
      on: releaseYear,
      tex: 'h_{y(i)}',
      meaning: 'of the movie’s five years of release',
      value: rows(sizes?.years, movieFactors),
    },
  ];
  const ofTime = [
    { on: ratingTime, tex: 'b_t', meaning: 'when the rating was given', value: `${sizes?.periods ?? '–'} numbers` },
    {
      on: userDrift,
      tex: 'b_{u,t}',
      meaning: 'when in the user’s own time',
      value: `${sizes?.userPeriods ?? '–'} numbers a user`,
    },
  ];
  return [...ofUser, ...ofMovie, ...ofTime].filter(({ on }) => on).map(({ on: _, ...row }) => row);
}

function biasSymbols({ biases }: Configuration, data: DataSummary | null): readonly SymbolRow[] {
  const sums = [
    { tex: '\\mu', meaning: 'the mean rating', value: data ? formatStars(data.meanStars) : '–' },
    { tex: 'b_u,\\; b_i', meaning: 'how generous the user is, how well the movie is liked', value: 'one number each' },
  ];
  return biases ? sums : [];
}

function layerSymbols({ userFactors, movieFactors, hidden, activation, dropout }: Configuration): readonly SymbolRow[] {
  const widths = [userFactors + movieFactors, ...hidden];
  const layers = hidden.map((width, at) => ({
    tex: `W_{${at + 1}}`,
    meaning: `the weights of hidden layer ${at + 1}${dropout > 0 ? `, of whose units ${Math.round(dropout * 100)} % rest at each step` : ''}`,
    value: `${widths[at]} × ${width}`,
  }));
  const bend =
    activation === 'relu'
      ? { tex: '\\operatorname{ReLU}(x)', value: 'max(0, x)' }
      : { tex: '\\sigma(x)', value: '1 / (1 + exp(−x))' };
  return [
    ...layers,
    { tex: 'w', meaning: 'the weights of the score', value: `${widths.at(-1)} × 1` },
    { ...bend, meaning: 'the bend' },
  ];
}

function ends({ scale, deviationStars }: DataSummary): SymbolRow {
  const { low, high } = sigmoidEnds(scale, { deviation: deviationStars });
  return {
    tex: 'a,\\; b',
    meaning: 'the ends of the sigmoid, a little outside the scale because it never reaches them',
    value: `${formatNumber(low)}, ${formatNumber(high)}`,
  };
}
