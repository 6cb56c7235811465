import type { ModelName } from '../model-name.ts';

/** Where a setting is shown and what a change of it outdates: those of `recommend` outdate nothing that was trained. */
export type SettingGroup = 'model' | 'features' | 'split' | 'training' | 'recommend';

interface Described {
  readonly group: SettingGroup;
  readonly label: string;
  /** One line: what it does. */
  readonly help: string;
  /** What is said otherwise where it learns from pairs (BPR). */
  readonly ofPairs?: { readonly help: string; readonly unit?: string };
  /** What is said otherwise where both embeddings have one size. */
  readonly ofRows?: { readonly label: string; readonly help: string };
  /** The models it applies to. Where absent: all, but in the groups of a network (`model`, `features`, `training`) only networks. */
  readonly models?: readonly ModelName[];
  /** The values of other settings with which it applies, by their names; any where absent. */
  readonly when?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** The values of other settings with which it does not apply. */
  readonly unless?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** Settings that have to be above 0 for it to apply, and pairs that have to be equal; none where absent. */
  readonly above0?: readonly string[];
  readonly equal?: readonly (readonly [string, string])[];
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

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  /** The models that have it; all where absent. */
  readonly models?: readonly ModelName[];
  /** The losses that have it; all where absent. */
  readonly losses?: readonly string[];
}

export interface ChoiceSetting extends Described {
  readonly kind: 'choice';
  readonly options: readonly ChoiceOption[];
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

/** A slider over whole numbers, unless `extra` says otherwise. */
export const number = (
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

/** For what makes sense of stars alone, not of the scores that a pairwise loss leads to. */
export const OF_STARS = { loss: ['squared', 'absolute', 'huber'] } as const;

/** For what rows that are solved in one go have no use for. */
export const OF_STEPS = { unless: { loss: ['implicit'] } } as const;

/** For what goes down a gradient, by a learning rate. */
export const OF_GRADIENTS = { unless: { loss: ['implicit'], optimizer: ['als', 'gibbs'] } } as const;

/** For what is held back by L2, and not by a prior that is learned. */
export const OF_PENALTIES = { unless: { loss: ['implicit'], optimizer: ['gibbs'] } } as const;

/** For what learns from batches, and not from single ratings or rows. */
export const OF_BATCHES = { unless: { loss: ['implicit'], optimizer: ['sgd-by-rating', 'als', 'gibbs'] } } as const;

/** For what rows are solved by. */
export const OF_ROWS = { when: { loss: ['implicit'] } } as const;
/** For what learns from groups of a liked movie and others. */
export const OF_GROUPS = { loss: ['bpr', 'softmax'] } as const;

export const LOG = { scale: 'log', integer: false } as const;
