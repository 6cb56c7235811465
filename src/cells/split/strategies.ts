import type { SplitStrategy } from '../../core/hyperparameters.ts';

interface Strategy {
  readonly name: SplitStrategy;
  readonly title: string;
  readonly purpose: string;
  readonly needsTimes: boolean;
  /** Shown for data alone that comes so. */
  readonly needsFiles?: boolean;
}

export const STRATEGIES: readonly Strategy[] = [
  {
    name: 'random',
    title: 'Random share',
    purpose: 'Ratings drawn at random. Most papers use this split.',
    needsTimes: false,
  },
  {
    name: 'leave-last',
    title: 'Last of each user',
    purpose: 'The last ratings of every user, the same number each.',
    needsTimes: true,
  },
  {
    name: 'time-cut',
    title: 'Cut in time',
    purpose: 'All ratings after one moment, as for a model in use.',
    needsTimes: true,
  },
  {
    name: 'files',
    title: 'As in the files',
    purpose: 'The training file and the test file, as they were opened.',
    needsTimes: false,
    needsFiles: true,
  },
  {
    name: 'none',
    title: 'Nothing held out',
    purpose: 'Train on everything, for the final model. Nothing is left to measure it.',
    needsTimes: false,
  },
];
