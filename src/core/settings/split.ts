import { number, type Setting } from './setting.ts';

const BY_SHARE = { when: { split: ['random', 'time-cut'] } } as const;
const VALIDATED = { when: { split: ['random', 'time-cut', 'files'] } } as const;
const BY_USER = { when: { split: ['leave-last'] } } as const;

/** Which ratings are held out, and every random draw. */
export const SPLIT_SETTINGS = {
  split: {
    kind: 'choice',
    group: 'split',
    label: 'Split',
    help: 'Which ratings are held out of training to measure the model.',
    options: [
      { value: 'random', label: 'Random share' },
      { value: 'leave-last', label: 'Last of each user' },
      { value: 'time-cut', label: 'Cut in time' },
      { value: 'files', label: 'As in the files' },
      { value: 'none', label: 'Nothing held out' },
    ],
  },
  validationShare: number(
    'split',
    'Validation share',
    'The share of ratings held out and measured after every epoch.',
    0.01,
    0.5,
    {
      step: 0.01,
      integer: false,
      ...VALIDATED,
    },
  ),
  testShare: number('split', 'Test share', 'A further share, held out and measured once at the end.', 0.01, 0.4, {
    step: 0.01,
    integer: false,
    zero: true,
    ...BY_SHARE,
  }),
  validationPerUser: number(
    'split',
    'Validation ratings',
    'How many of each user’s last ratings are held out and measured after every epoch.',
    1,
    20,
    {
      unit: 'per user',
      ...BY_USER,
    },
  ),
  testPerUser: number('split', 'Test ratings', 'How many still later ratings are held out and measured once at the end.', 1, 20, {
    unit: 'per user',
    zero: true,
    ...BY_USER,
  }),
  seed: { kind: 'seed', group: 'split', label: 'Seed', help: 'Fixes every random draw: same seed, same run.', max: 2 ** 31 - 1 },
} as const satisfies Readonly<Record<string, Setting>>;
