/** The value, or the end of `least` … `most` that it lies beyond; `most` counts where it is below `least`. */
export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
