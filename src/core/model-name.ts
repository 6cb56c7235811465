/** Trained step by step, by an engine. */
export const NETWORK_NAMES = ['dot', 'mlp', 'hybrid'] as const;
/** Fitted in one go, without gradients. */
export const BASELINE_NAMES = ['mean', 'bias', 'popular', 'neighbours', 'ease'] as const;

export type NetworkName = (typeof NETWORK_NAMES)[number];
export type BaselineName = (typeof BASELINE_NAMES)[number];
export type ModelName = NetworkName | BaselineName;

export const isBaseline = (name: ModelName): name is BaselineName => BASELINE_NAMES.some((baseline) => baseline === name);
