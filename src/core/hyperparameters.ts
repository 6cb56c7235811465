import { clamp } from './clamp.ts';
import type { DataSize } from './data-size.ts';
import type { FeatureName } from './features.ts';
import type { ScheduleName } from './learning-rate.ts';
import { isPairwise, type LossName } from './loss.ts';
import { isBaseline, type ModelName, type NetworkName } from './model-name.ts';
import { MODEL_SETTINGS } from './settings/model.ts';
import { RECOMMEND_SETTINGS } from './settings/recommend.ts';
import type { NumberSetting, Setting, SettingGroup, WidthsSetting } from './settings/setting.ts';
import { SPLIT_SETTINGS } from './settings/split.ts';
import { TRAINING_SETTINGS } from './settings/training.ts';
import type { TargetName } from './target.ts';

export type OutputName = 'raw' | 'sigmoid';
export type ActivationChoice = 'relu' | 'sigmoid';
/** `random`: any ratings; `leave-last`: every user's last ones; `time-cut`: the latest of all. */
export type SplitStrategy = 'random' | 'leave-last' | 'time-cut';
export type OptimizerChoice = 'adam' | 'lazy-adam' | 'sgd' | 'adagrad';
export type EngineName = 'webgpu' | 'webgl' | 'simd' | 'wasm' | 'cpu';
export type EngineChoice = 'auto' | EngineName;

/** Everything that decides how a run goes. Two runs with equal configurations and data on the same machine are equal. */
export interface Configuration extends Readonly<Record<FeatureName, boolean>> {
  readonly model: ModelName;
  readonly neighbours: number;
  readonly similarityShrinkage: number;
  readonly userFactors: number;
  readonly movieFactors: number;
  readonly biases: boolean;
  readonly output: OutputName;
  readonly target: TargetName;
  readonly hidden: readonly number[];
  readonly activation: ActivationChoice;
  readonly dropout: number;
  readonly loss: LossName;
  readonly optimizer: OptimizerChoice;
  readonly momentum: number;
  readonly learningRate: number;
  readonly schedule: ScheduleName;
  readonly decay: number;
  readonly warmup: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly patience: number;
  readonly timeBudget: number;
  readonly clip: number;
  readonly l2: number;
  readonly biasL2: number;
  readonly featureL2: number;
  readonly split: SplitStrategy;
  readonly validationShare: number;
  readonly testShare: number;
  readonly validationPerUser: number;
  readonly testPerUser: number;
  readonly seed: number;
  readonly engine: EngineChoice;
  /** Recommended movies have at least so many ratings. No matter of training. */
  readonly minRatings: number;
}

export type SettingName = keyof Configuration;

/** The part of a configuration that differs from the model's defaults, on small data or on large: what the URL holds. */
export type Overrides = Partial<Configuration>;

export const SETTINGS: Readonly<Record<SettingName, Setting>> = {
  ...MODEL_SETTINGS,
  ...TRAINING_SETTINGS,
  ...SPLIT_SETTINGS,
  ...RECOMMEND_SETTINGS,
};

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

const SHARED = {
  neighbours: 40,
  similarityShrinkage: 100,
  userFactors: 50,
  movieFactors: 50,
  biases: true,
  hidden: [64, 32],
  activation: 'relu',
  output: 'raw',
  target: 'raw',
  loss: 'squared',
  optimizer: 'adam',
  momentum: 0.9,
  clip: 0,
  schedule: 'exponential',
  warmup: 0,
  batchSize: 1024,
  split: 'random',
  patience: 0,
  timeBudget: 0,
  validationShare: 0.1,
  testShare: 0,
  validationPerUser: 1,
  testPerUser: 0,
  seed: 1,
  engine: 'auto',
  minRatings: 10,
  featureL2: 0.01,
  ratedSet: false,
  genres: false,
  releaseYear: false,
  ratingTime: false,
  userDrift: false,
  demographics: false,
} as const;

const DOT = { ...SHARED, model: 'dot', dropout: 0, learningRate: 5e-3, decay: 0.85, epochs: 8, l2: 0.06, biasL2: 0.01 } as const;

/** Where every setting starts on small data, by model, with Adam. What does not apply to a baseline is as for the dot product. */
export const DEFAULTS: Readonly<Record<ModelName, Configuration>> = {
  mean: { ...DOT, model: 'mean' },
  bias: { ...DOT, model: 'bias' },
  popular: { ...DOT, model: 'popular' },
  neighbours: { ...DOT, model: 'neighbours' },
  dot: DOT,
  mlp: {
    ...SHARED,
    model: 'mlp',
    output: 'sigmoid',
    dropout: 0.2,
    learningRate: 5e-3,
    decay: 0.5,
    epochs: 4,
    l2: 0.1,
    biasL2: 0.02,
    biases: false,
  },
  hybrid: {
    ...SHARED,
    model: 'hybrid',
    dropout: 0.2,
    learningRate: 5e-3,
    decay: 0.5,
    epochs: 4,
    l2: 0.1,
    biasL2: 0.02,
  },
};

/** Steps of other optimizers than Adam are of another size: their rates that did best on the bundled data with the default model. */
const LEARNING_RATES: Readonly<Record<NetworkName, Partial<Record<OptimizerChoice, number>>>> = {
  dot: { sgd: 5, adagrad: 5 },
  mlp: { sgd: 0.2, adagrad: 0.5 },
  hybrid: { sgd: 0.2, adagrad: 0.5 },
};

/** Scores have no scale to be held within or brought to. */
const OF_SCORES = { output: 'raw', target: 'raw' } as const;

/** What did well with pairs instead, with Adam on the bundled data (docs/defaults.md). */
const PAIRWISE: Readonly<Record<NetworkName, Partial<Configuration>>> = {
  dot: { learningRate: 0.01, decay: 0.9, epochs: 20, l2: 0.01, biasL2: 0.001, featureL2: 0.001 },
  mlp: { learningRate: 1e-3, decay: 0.85, epochs: 4, l2: 0.01, biasL2: 0.001, featureL2: 0.001 },
  hybrid: {
    activation: 'sigmoid',
    learningRate: 0.01,
    decay: 0.85,
    dropout: 0.5,
    epochs: 14,
    l2: 0.01,
    biasL2: 0.001,
    featureL2: 0.001,
  },
};

/** What does better from half a million ratings on (docs/defaults.md): larger batches, fewer epochs, less to hold back. */
const LARGE: Readonly<Record<NetworkName, Partial<Configuration>>> = {
  dot: { batchSize: 2048, epochs: 6, l2: 0.05, biasL2: 0.005 },
  mlp: { batchSize: 2048, epochs: 7, learningRate: 3e-3, decay: 0.8, dropout: 0.1, l2: 0.02 },
  hybrid: { batchSize: 2048, epochs: 4, learningRate: 3e-3, decay: 0.8, dropout: 0.1, l2: 0.05, biasL2: 0.005 },
};

/** Where every setting starts, by model, optimizer, loss and size of the data. */
export function defaultsFor(
  { model = 'dot', optimizer = DEFAULTS[model].optimizer, loss = DEFAULTS[model].loss }: Overrides,
  size: DataSize,
): Configuration {
  const network = isBaseline(model) ? 'dot' : model;
  const ofSize = { ...DEFAULTS[model], ...(size === 'large' && LARGE[network]) };
  const start = isPairwise(loss) ? { ...ofSize, ...PAIRWISE[network], ...OF_SCORES } : ofSize;
  return { ...start, learningRate: LEARNING_RATES[network][optimizer] ?? start.learningRate };
}

/** The configuration that overrides lead to on data of a size. */
export function resolve(overrides: Overrides, size: DataSize = 'small'): Configuration {
  const configuration = { ...defaultsFor(overrides, size), ...overrides };
  return isPairwise(configuration.loss) ? { ...configuration, ...OF_SCORES } : configuration;
}

const OF_NETWORKS: readonly SettingGroup[] = ['model', 'features', 'training'];

/** Whether a setting has an effect in a configuration. */
export function appliesTo(name: SettingName, configuration: Configuration): boolean {
  const { models, group, when = {} }: Setting = SETTINGS[name];
  if (models ? !models.includes(configuration.model) : isBaseline(configuration.model) && OF_NETWORKS.includes(group))
    return false;
  return Object.entries(when).every(([other, values]) => values.includes(configuration[other as SettingName] as string));
}

/** A value made fit for its setting: clamped and rounded; `undefined` where it is not of the right kind at all. */
export function sanitise<Name extends SettingName>(name: Name, value: unknown): Configuration[Name] | undefined {
  return sanitiseValue(SETTINGS[name], value) as Configuration[Name] | undefined;
}

function sanitiseValue(setting: Setting, value: unknown): unknown {
  switch (setting.kind) {
    case 'switch':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      return setting.options.find((option) => option.value === value)?.value;
    case 'widths':
      return sanitiseWidths(setting, value);
    case 'seed':
      return isFiniteNumber(value) ? clamp(Math.round(value), 0, setting.max) : undefined;
    case 'number':
      return isFiniteNumber(value) ? sanitiseNumber(setting, value) : undefined;
  }
}

function sanitiseWidths({ min, max, maxLayers }: WidthsSetting, value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value) || !value.every(isFiniteNumber)) return undefined;
  return value.slice(0, maxLayers).map((width: number) => clamp(Math.round(width), min, max));
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function sanitiseNumber({ min, max, integer, zero }: NumberSetting, value: number): number {
  if (zero && value <= 0) return 0;
  const inside = clamp(value, min, max);
  return integer ? Math.round(inside) : inside;
}
