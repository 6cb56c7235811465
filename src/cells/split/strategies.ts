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
    purpose: 'Any ratings, each as likely as the next. What most papers report.',
    needsTimes: false,
  },
  {
    name: 'leave-last',
    title: 'Last of each user',
    purpose: 'The same number from everybody: what they rated last.',
    needsTimes: true,
  },
  {
    name: 'time-cut',
    title: 'Cut in time',
    purpose: 'All ratings after a moment, whoever gave them. As a model in use would meet them.',
    needsTimes: true,
  },
  {
    name: 'files',
    title: 'As in the files',
    purpose: 'The files to train on and to test on, as they were opened.',
    needsTimes: false,
    needsFiles: true,
  },
  {
    name: 'none',
    title: 'Nothing held out',
    purpose: 'Train on everything: for the model that you keep. Nothing is left to measure it by.',
    needsTimes: false,
  },
];
