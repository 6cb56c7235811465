/** How many movies a user gets in the lists of all users. */
export const TOP = { min: 1, max: 100, initial: 10 } as const;
