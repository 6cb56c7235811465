import type { FeatureName } from './features.ts';
import type { ScheduleName } from './learning-rate.ts';
import type { LossName, NegativeCount } from './loss.ts';
import { isBaseline, type ModelName } from './model-name.ts';
import type { LikedRule } from './preferences.ts';
import { MODEL_SETTINGS } from './settings/model.ts';
import { RECOMMEND_SETTINGS } from './settings/recommend.ts';
import type { Setting, SettingGroup } from './settings/setting.ts';
import { SPLIT_SETTINGS } from './settings/split.ts';
import { TRAINING_SETTINGS } from './settings/training.ts';
import type { TargetName } from './target.ts';

export type OutputName = 'raw' | 'sigmoid';
export type ActivationChoice = 'relu' | 'sigmoid';
/**
 * `random`: any ratings; `leave-last`: every user's last ones; `time-cut`: the latest of all; `files`: as the files of the data are divided;
 * `none`: nothing is held out.
 */
export type SplitStrategy = 'random' | 'leave-last' | 'time-cut' | 'files' | 'none';
export type OptimizerChoice = 'adam' | 'lazy-adam' | 'sgd' | 'sgd-by-rating' | 'adagrad' | 'als' | 'gibbs';
export type NegativesBy = 'uniform' | 'popularity';
export type EngineName = 'webgpu' | 'webgl' | 'simd' | 'wasm' | 'cpu';
export type EngineChoice = 'auto' | EngineName;

/** Everything that decides how a run goes. Two runs with equal configurations and data on the same machine are equal. */
export interface Configuration extends Readonly<Record<FeatureName, boolean>> {
  readonly model: ModelName;
  readonly neighbours: number;
  readonly similarityShrinkage: number;
  readonly ridge: number;
  readonly userFactors: number;
  readonly movieFactors: number;
  readonly biases: boolean;
  readonly output: OutputName;
  readonly target: TargetName;
  readonly hidden: readonly number[];
  readonly activation: ActivationChoice;
  readonly dropout: number;
  readonly loss: LossName;
  readonly liked: LikedRule;
  readonly unobserved: number;
  readonly regularisation: number;
  readonly frequency: number;
  /** Of a group loss: how many movies are drawn beside a liked one, how, and whether some of them are known dislikes. */
  readonly negatives: NegativeCount;
  readonly negativesBy: NegativesBy;
  readonly dislikes: boolean;
  readonly optimizer: OptimizerChoice;
  readonly momentum: number;
  readonly learningRate: number;
  /** Of single ratings: the biases' learning rate, in parts of that of the factors. */
  readonly biasRate: number;
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
  /** The list weight: the share of the list in the loss, 0 … 1. */
  readonly listWeight: number;
  readonly listL2: number;
  /** What the mean of (p · q)² over all pairs of a user and a movie counts beside the errors of the stars. */
  readonly gravity: number;
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

/** Whether each row is solved for, or drawn, from all its ratings at once: then no step goes down a gradient. */
export const goesByRows = ({ optimizer }: Pick<Configuration, 'optimizer'>): boolean => BY_ROWS.includes(optimizer);

const BY_ROWS: readonly OptimizerChoice[] = ['als', 'gibbs'];

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

const OF_NETWORKS: readonly SettingGroup[] = ['model', 'features', 'training'];

/** Whether a setting has an effect in a configuration. */
export function appliesTo(name: SettingName, configuration: Configuration): boolean {
  const { models, group, when = {}, unless = {}, above0 = [], equal = [] }: Setting = SETTINGS[name];
  if (isBaseline(configuration.model)) {
    // A loss or an optimizer is no condition there.
    if (models) return models.includes(configuration.model);
    if (OF_NETWORKS.includes(group)) return false;
  } else if (models && !models.includes(configuration.model)) return false;
  const settingOf = (other: string) => configuration[other as SettingName];
  const isIn = ([other, values]: [string, readonly (string | number | boolean)[]]): boolean =>
    values.includes(settingOf(other) as string);
  return (
    Object.entries(when).every(isIn) &&
    !Object.entries(unless).some(isIn) &&
    above0.every((other) => (settingOf(other) as number) > 0) &&
    equal.every(([one, other]) => settingOf(one) === settingOf(other))
  );
}

/** What the list counts beside the stars; 0 where the model has no second head. */
export const listWeightOf = (configuration: Configuration): number =>
  appliesTo('listWeight', configuration) ? configuration.listWeight : 0;

/** Ratings of a step of the optimizer. */
export const batchSizeOf = (configuration: Configuration): number =>
  appliesTo('batchSize', configuration) ? configuration.batchSize : 1;

/** The gravity that a network is trained with: 0 where it does not apply. */
export const gravityOf = (configuration: Configuration): number =>
  appliesTo('gravity', configuration) ? configuration.gravity : 0;
