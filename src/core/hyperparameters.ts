import type { TargetName } from './target.ts';

export type ModelName = 'dot' | 'mlp';
export type OutputName = 'raw' | 'sigmoid';
export type ActivationChoice = 'relu' | 'sigmoid';
export type OptimizerChoice = 'adam' | 'lazy-adam' | 'sgd';
export type EngineName = 'webgl' | 'simd' | 'wasm' | 'cpu';
export type EngineChoice = 'auto' | EngineName;

/** Everything that decides how a run goes. Two runs with equal configurations and data on the same machine are equal. */
export interface Configuration {
  readonly model: ModelName;
  readonly userFactors: number;
  readonly movieFactors: number;
  readonly biases: boolean;
  readonly output: OutputName;
  readonly target: TargetName;
  readonly hidden: readonly number[];
  readonly activation: ActivationChoice;
  readonly dropout: number;
  readonly optimizer: OptimizerChoice;
  readonly learningRate: number;
  readonly decay: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly l2: number;
  readonly biasL2: number;
  readonly validationShare: number;
  readonly seed: number;
  readonly engine: EngineChoice;
  /** Recommended movies have at least so many ratings. No matter of training. */
  readonly minRatings: number;
}

export type SettingName = keyof Configuration;

/** The part of a configuration that differs from the model's defaults: what the URL holds. */
export type Overrides = Partial<Configuration>;

/** Where a setting is shown and what a change of it outdates: those of `recommend` outdate nothing that was trained. */
export type SettingGroup = 'model' | 'split' | 'training' | 'recommend';

interface Described {
  readonly group: SettingGroup;
  readonly label: string;
  /** One line: what it does. */
  readonly help: string;
  /** The models it applies to; all where absent. */
  readonly models?: readonly ModelName[];
}

/** A number on a slider. On a logarithmic scale 0 may stand below `min` as "off" (`zero`). */
export interface NumberSetting extends Described {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log';
  /** The grid of a linear slider; whole numbers where 1. */
  readonly step: number;
  readonly integer: boolean;
  readonly zero: boolean;
  readonly unit: string;
}

export interface ChoiceSetting extends Described {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface SwitchSetting extends Described {
  readonly kind: 'switch';
}

/** A list of whole numbers, one per layer. */
export interface WidthsSetting extends Described {
  readonly kind: 'widths';
  readonly min: number;
  readonly max: number;
  readonly maxLayers: number;
}

/** A whole number that is typed or drawn, never slid. */
export interface SeedSetting extends Described {
  readonly kind: 'seed';
  readonly max: number;
}

export type Setting = SeedSetting | NumberSetting | ChoiceSetting | SwitchSetting | WidthsSetting;

const number = (
  group: SettingGroup,
  label: string,
  help: string,
  min: number,
  max: number,
  extra: Partial<Omit<NumberSetting, 'kind'>> = {},
): NumberSetting => ({
  kind: 'number',
  group,
  label,
  help,
  min,
  max,
  scale: 'linear',
  step: 1,
  integer: true,
  zero: false,
  unit: '',
  ...extra,
});

const LOG = { scale: 'log', integer: false } as const;

export const SETTINGS: Readonly<Record<SettingName, Setting>> = {
  model: {
    kind: 'choice',
    group: 'model',
    label: 'Model',
    help: 'How a user and a movie become a rating.',
    options: [
      { value: 'dot', label: 'Dot product' },
      { value: 'mlp', label: 'MLP' },
    ],
  },
  userFactors: number('model', 'User embedding size', 'How many numbers describe a user.', 1, 256, {
    unit: 'factors',
    scale: 'log',
  }),
  movieFactors: number('model', 'Movie embedding size', 'How many numbers describe a movie.', 1, 256, {
    unit: 'factors',
    scale: 'log',
  }),
  biases: {
    kind: 'switch',
    group: 'model',
    label: 'Biases',
    help: 'Adds the mean, how generous the user is and how well the movie is liked.',
    models: ['dot'],
  },
  hidden: {
    kind: 'widths',
    group: 'model',
    label: 'Hidden layers',
    help: 'The dense layers from the embeddings to the score, by their number of units.',
    min: 1,
    max: 512,
    maxLayers: 5,
    models: ['mlp'],
  },
  activation: {
    kind: 'choice',
    group: 'model',
    label: 'Activation',
    help: 'The bend after each hidden layer.',
    options: [
      { value: 'relu', label: 'ReLU' },
      { value: 'sigmoid', label: 'Sigmoid' },
    ],
    models: ['mlp'],
  },
  dropout: number('model', 'Dropout', 'The share of hidden units silenced at each training step.', 0, 0.9, {
    step: 0.05,
    integer: false,
    models: ['mlp'],
  }),
  output: {
    kind: 'choice',
    group: 'model',
    label: 'Output',
    help: 'Raw may leave the rating scale; a sigmoid keeps predictions inside it.',
    options: [
      { value: 'raw', label: 'Raw' },
      { value: 'sigmoid', label: 'Sigmoid' },
    ],
  },
  target: {
    kind: 'choice',
    group: 'model',
    label: 'Target',
    help: 'What is predicted: the stars as they are, or rescaled for easier learning.',
    options: [
      { value: 'raw', label: 'Raw stars' },
      { value: 'min-max', label: 'Min–max' },
      { value: 'standardised', label: 'Standardised' },
    ],
  },
  optimizer: {
    kind: 'choice',
    group: 'training',
    label: 'Optimizer',
    help: 'Adam adapts the step of every weight; lazy Adam leaves those alone that the batch does not read; SGD takes the plain gradient.',
    options: [
      { value: 'adam', label: 'Adam' },
      { value: 'lazy-adam', label: 'Lazy Adam' },
      { value: 'sgd', label: 'SGD' },
    ],
  },
  learningRate: number('training', 'Learning rate', 'The size of each step down the gradient.', 1e-5, 100, LOG),
  decay: number('training', 'Decay', 'The learning rate is multiplied by this after every epoch.', 0.5, 1, {
    step: 0.01,
    integer: false,
  }),
  batchSize: number('training', 'Batch size', 'Ratings per step: more is faster, fewer is finer.', 16, 16384, {
    unit: 'ratings',
    scale: 'log',
  }),
  epochs: number('training', 'Epochs', 'How often every training rating is seen.', 1, 200, { scale: 'log' }),
  l2: number('training', 'L2 of the factors', 'Pulls the embeddings towards zero, against overfitting.', 1e-6, 1, {
    ...LOG,
    zero: true,
  }),
  biasL2: number('training', 'L2 of the biases', 'Pulls the biases towards zero.', 1e-6, 1, {
    ...LOG,
    zero: true,
    models: ['dot'],
  }),
  validationShare: number('split', 'Validation share', 'The random share of ratings held out to check on.', 0.01, 0.5, {
    step: 0.01,
    integer: false,
  }),
  engine: {
    kind: 'choice',
    group: 'training',
    label: 'Engine',
    help: 'What does the arithmetic. All give the same curves; they differ in speed.',
    options: [
      { value: 'auto', label: 'Automatic' },
      { value: 'webgl', label: 'WebGL' },
      { value: 'simd', label: 'SIMD' },
      { value: 'wasm', label: 'tfjs wasm' },
      { value: 'cpu', label: 'tfjs cpu' },
    ],
  },
  minRatings: number(
    'recommend',
    'Rated by at least',
    'Leaves out movies that hardly anybody rated: of those the model is only guessing.',
    1,
    100,
    {
      unit: 'users',
      scale: 'log',
    },
  ),
  seed: { kind: 'seed', group: 'split', label: 'Seed', help: 'Fixes every random draw: same seed, same run.', max: 2 ** 31 - 1 },
};

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

const SHARED = {
  userFactors: 50,
  movieFactors: 50,
  biases: true,
  hidden: [64, 32],
  activation: 'relu',
  output: 'raw',
  target: 'raw',
  optimizer: 'adam',
  batchSize: 1024,
  validationShare: 0.1,
  seed: 1,
  engine: 'auto',
  minRatings: 10,
} as const;

/** Where every setting starts, by model. */
export const DEFAULTS: Readonly<Record<ModelName, Configuration>> = {
  dot: { ...SHARED, model: 'dot', dropout: 0, learningRate: 5e-3, decay: 0.85, epochs: 12, l2: 0.1, biasL2: 0.02 },
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
  },
};

/** The configuration that overrides lead to. */
export function resolve(overrides: Overrides): Configuration {
  return { ...DEFAULTS[overrides.model ?? 'dot'], ...overrides };
}

/** Whether a setting has an effect on a model. */
export const appliesTo = (name: SettingName, model: ModelName): boolean => SETTINGS[name].models?.includes(model) ?? true;

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
      return isFiniteNumber(value) ? Math.min(setting.max, Math.max(0, Math.round(value))) : undefined;
    case 'number':
      return isFiniteNumber(value) ? clamp(setting, value) : undefined;
  }
}

function sanitiseWidths({ min, max, maxLayers }: WidthsSetting, value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value) || !value.every(isFiniteNumber)) return undefined;
  return value.slice(0, maxLayers).map((width: number) => Math.min(max, Math.max(min, Math.round(width))));
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function clamp({ min, max, integer, zero }: NumberSetting, value: number): number {
  if (zero && value <= 0) return 0;
  const inside = Math.min(max, Math.max(min, value));
  return integer ? Math.round(inside) : inside;
}
