/** How much there is to learn from: what trains well on a hundred thousand ratings does not on a million, nor on a few hundred. */
export const DATA_SIZES = ['under-200', 'under-600', 'under-2500', 'under-10k', 'under-50k', 'small', 'large'] as const;
export type DataSize = (typeof DATA_SIZES)[number];

/** From so many ratings on data is large. */
export const LARGE_FROM = 500_000;

/** From how many ratings on data is of a size. */
const FROM: Readonly<Record<DataSize, number>> = {
  'under-200': 0,
  'under-600': 200,
  'under-2500': 600,
  'under-10k': 2500,
  'under-50k': 10_000,
  small: 50_000,
  large: LARGE_FROM,
};

export const sizeOf = (ratings: number): DataSize => DATA_SIZES.findLast((size) => ratings >= FROM[size]) ?? 'under-200';

/** How many ratings data of a size has: from the one, to less than the other. */
export function rangeOf(size: DataSize): { readonly from: number; readonly below: number } {
  const next = DATA_SIZES[DATA_SIZES.indexOf(size) + 1];
  return { from: FROM[size], below: next ? FROM[next] : Number.POSITIVE_INFINITY };
}

/** Sizes with tables of their own; on fewer ratings settings follow from those of small data. */
export type TunedSize = 'small' | 'large';
export const tunedSize = (size: DataSize): TunedSize => (size === 'large' ? 'large' : 'small');
