import { number, type Setting } from './setting.ts';

/** What is shown of the predictions; no matter of training. */
export const RECOMMEND_SETTINGS = {
  minRatings: number(
    'recommend',
    'Rated by at least',
    'Leaves out movies with fewer ratings, about which the model knows too little.',
    1,
    100,
    {
      unit: 'users',
      scale: 'log',
    },
  ),
} as const satisfies Readonly<Record<string, Setting>>;
