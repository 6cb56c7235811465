import type { LikedRule } from '../core/preferences.ts';

/** What each training rating counts as liked, in Python, from its `height` within the scale; users and stars by the names they have. */
export const LIKINGS: Readonly<Record<LikedRule, (users: string, stars: string) => string>> = {
  high: () => '(height >= 0.75).astype(float)  # from 4 of 5 stars on',
  mean: (users, stars) =>
    `(${stars} >= (np.bincount(${users}, ${stars}) / np.bincount(${users}).clip(1))[${users}]).astype(float)`,
  all: () => 'np.ones(len(height))',
  stars: () => 'np.maximum(0, 1.5 * (height - 1 / 3))',
};
