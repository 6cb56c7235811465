/** How many movies a user gets in the lists of all users. */
export const TOP = { min: 1, max: 100, initial: 10 } as const;

/** What the address says may be anything. */
export function topOf(text: string): number {
  const top = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return top >= TOP.min && top <= TOP.max ? top : TOP.initial;
}
