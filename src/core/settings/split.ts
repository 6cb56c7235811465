import { number, type Setting } from './setting.ts';

/** Which ratings are held out, and every random draw. */
export const SPLIT_SETTINGS = {
  validationShare: number('split', 'Validation share', 'The random share of ratings held out to check on.', 0.01, 0.5, {
    step: 0.01,
    integer: false,
  }),
  seed: { kind: 'seed', group: 'split', label: 'Seed', help: 'Fixes every random draw: same seed, same run.', max: 2 ** 31 - 1 },
} as const satisfies Readonly<Record<string, Setting>>;
