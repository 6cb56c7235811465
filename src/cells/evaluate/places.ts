/** How many places of a list are judged: k. */
export const PLACES = { min: 1, max: 100, initial: 10 } as const;
