import { number, type Setting } from './setting.ts';

/** What is shown of the predictions; no matter of training. */
export const RECOMMEND_SETTINGS = {
  minRatings: number(
    'recommend',
    'Rated by at least',
    'Leaves out movies that hardly anybody rated: of those the model is only guessing.',
    1,
    100,
    {
      unit: 'users',
      scale: 'log',
    },
  ),
} as const satisfies Readonly<Record<string, Setting>>;
