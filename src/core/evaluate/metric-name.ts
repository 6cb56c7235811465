/** Of the first k places, by what was held out and liked. */
export const ACCURACY_NAMES = ['ndcg', 'recall', 'precision', 'hitRate', 'map', 'mrr'] as const;
/** Of the five movies that the page shows, whether they hit or not. */
export const TRAIT_NAMES = ['overlap', 'coverage', 'gini', 'popularity', 'novelty', 'diversity'] as const;
/** Of predicted stars. */
export const STAR_NAMES = ['rmse', 'mae', 'r2'] as const;

export type AccuracyName = (typeof ACCURACY_NAMES)[number];
export type TraitName = (typeof TRAIT_NAMES)[number];
export type StarName = (typeof STAR_NAMES)[number];

/** `shown` is precision among the five that the page shows, whatever k is. */
export type MetricName = AccuracyName | 'auc' | 'shown' | TraitName | StarName;
