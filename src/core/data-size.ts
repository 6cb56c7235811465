/** How much there is to learn from: what trains well on a hundred thousand ratings does not on a million. */
export const DATA_SIZES = ['small', 'large'] as const;
export type DataSize = (typeof DATA_SIZES)[number];

/** From so many ratings on data is large. */
export const LARGE_FROM = 500_000;

export const sizeOf = (ratings: number): DataSize => (ratings >= LARGE_FROM ? 'large' : 'small');
