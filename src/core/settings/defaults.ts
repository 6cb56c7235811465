import { type Configuration, goesByRows, listWeightOf, type OptimizerChoice, type Overrides } from '../hyperparameters.ts';
import { givesScores, isPairwise, type LossName } from '../loss.ts';
import { isBaseline, type ModelName } from '../model-name.ts';
import { type DataSize, tunedSize } from './data-size.ts';
import {
  BY_RATING,
  BY_ROW,
  DEFAULTS,
  FEWER,
  FEWER_STARS,
  IMPLICIT,
  LARGE,
  LARGE_EASE,
  LEARNING_RATES,
  LIST_WEIGHT,
  LISTED,
  LISTED_RATES,
  LISTING_ENGINES,
  OF_ROWS,
  OF_SAMPLES,
  OF_SCORES,
  OF_SINGLES,
  PAIRWISE,
} from './tuned.ts';

/** What an optimizer that takes no batches sets, whatever is asked for; null of the others. */
const setBy = (optimizer: OptimizerChoice): Partial<Configuration> | null =>
  optimizer === 'gibbs' ? OF_SAMPLES : ALONE.includes(optimizer) ? OF_SINGLES : null;

/** Of a dot product and the squared error alone. */
const ALONE: readonly OptimizerChoice[] = ['sgd-by-rating', 'als', 'gibbs'];

/** Steps follow the number of ratings: what a model starts with on data of a size, from what it starts with on `small` data. */
function forFewer(configuration: Configuration, size: DataSize, optimizer: OptimizerChoice): Configuration {
  const fewer = FEWER[size];
  if (fewer === undefined) return configuration;
  const { epochs, decay, loss } = configuration;
  const { batchSize, timesEpochs, minRatings, listL2 } = fewer;
  // Rows that are solved or drawn have no steps to be few.
  if (loss === 'implicit' || goesByRows({ optimizer })) return { ...configuration, minRatings };
  const slowly = Math.round(100 * decay ** (1 / timesEpochs)) / 100;
  return { ...configuration, batchSize, minRatings, listL2, epochs: epochs * timesEpochs, decay: slowly };
}

/** Where every setting starts, by model, optimizer, loss, whether a list is learned, and size of the data. */
export const defaultsFor = (overrides: Overrides, size: DataSize): Configuration =>
  forFewer(tunedDefaults(overrides, size), size, optimizerTaken(overrides));

function tunedDefaults(overrides: Overrides, size: DataSize): Configuration {
  const { model = 'dot', optimizer = DEFAULTS[model].optimizer, engine = DEFAULTS[model].engine } = overrides;
  const network = isBaseline(model) ? 'dot' : model;
  const loss = lossOf(model, overrides.loss);
  const taken = optimizerTaken(overrides);
  const tuned = tunedSize(size);
  const ofSize = { ...DEFAULTS[model], ...(size === 'large' && (model === 'ease' ? LARGE_EASE : LARGE[network])) };
  if (loss === 'implicit') return { ...ofSize, ...OF_SCORES, ...OF_ROWS, ...IMPLICIT[tuned] };
  if (taken === 'sgd-by-rating') return { ...ofSize, ...OF_SINGLES, ...BY_RATING[tuned] };
  if (taken === 'als' || taken === 'gibbs') return { ...ofSize, ...setBy(taken), ...BY_ROW[taken][tuned] };
  const listWeight = LISTING_ENGINES.includes(engine) ? LIST_WEIGHT[size] : 0;
  const hasList = listWeightOf({ ...ofSize, listWeight, ...overrides, ...oneSize(overrides), model, loss }) > 0;
  const ofAim = hasList ? LISTED[tuned][network] : FEWER[size] && FEWER_STARS[network];
  const start = isPairwise(loss) ? { ...ofSize, ...PAIRWISE[network], ...OF_SCORES } : { ...ofSize, listWeight, ...ofAim };
  const rates = (hasList ? LISTED_RATES : LEARNING_RATES)[network];
  return { ...start, learningRate: rates[optimizer] ?? start.learningRate };
}

/** A list is read off a product of the two embeddings: where only one of them was given a size, it is that of both. */
function oneSize({ userFactors, movieFactors }: Overrides): Partial<Configuration> {
  const factors = userFactors ?? movieFactors;
  return factors === undefined || (userFactors && movieFactors) ? {} : { userFactors: factors, movieFactors: factors };
}

/** Rows can be solved of a plain dot product alone; elsewhere the loss is the model's own. */
const lossOf = (model: ModelName, loss: LossName = DEFAULTS[model].loss): LossName =>
  loss === 'implicit' && model !== 'dot' ? DEFAULTS[model].loss : loss;

/** Single ratings and rows are learned by the squared error of a dot product alone; elsewhere the optimizer is the model's own. */
const optimizerOf = (model: ModelName, loss: LossName, optimizer: OptimizerChoice): OptimizerChoice =>
  ALONE.includes(optimizer) && !(model === 'dot' && loss === 'squared') ? DEFAULTS[model].optimizer : optimizer;

const optimizerTaken = ({ model = 'dot', loss, optimizer = DEFAULTS[model].optimizer }: Overrides): OptimizerChoice =>
  optimizerOf(model, lossOf(model, loss), optimizer);

/** The configuration that overrides lead to on data of a size. */
export function resolve(overrides: Overrides, size: DataSize = 'small'): Configuration {
  const merged = { ...defaultsFor(overrides, size), ...overrides };
  const loss = lossOf(merged.model, merged.loss);
  const chosen = { ...merged, loss, optimizer: optimizerOf(merged.model, loss, merged.optimizer) };
  const alike = { ...chosen, ...oneSize(overrides) };
  const listWeight = listWeightOf(alike);
  const configuration = { ...(listWeight > 0 ? alike : chosen), listWeight };
  if (configuration.loss === 'implicit') {
    return { ...configuration, ...OF_SCORES, ...OF_ROWS, movieFactors: configuration.userFactors };
  }
  const set = setBy(configuration.optimizer);
  if (set) return { ...configuration, ...set, movieFactors: configuration.userFactors };
  return givesScores(configuration.loss) ? { ...configuration, ...OF_SCORES } : configuration;
}
