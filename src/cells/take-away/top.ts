import { clip } from '../../state/address/clip.ts';

/** How many movies a user gets in the lists of all users. */
export const TOP = { min: 1, max: 100, initial: 10 } as const;

/** What the address says may be anything. */
export const topOf = (text: string): number => (isTop(text) ? Number(text) : TOP.initial);

const isTop = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= TOP.min && Number(text) <= TOP.max;

/** What of the address is no such number, in a sentence; null where it is one, or absent. */
export const topProblem = (text: string): string | null =>
  text === '' || isTop(text)
    ? null
    : `The address asks for “${clip(text)}” movies for each user, which is not a whole number from ${TOP.min} to ${TOP.max}; ${TOP.initial} is used.`;
