export type ScheduleName = 'constant' | 'exponential' | 'cosine' | 'one-cycle';

/** How the learning rate moves over a run. */
export interface Schedule {
  readonly schedule: ScheduleName;
  /** The full height. */
  readonly learningRate: number;
  /** Of `exponential`: the rate is multiplied by this after every epoch. */
  readonly decay: number;
  /** The share of the run's steps over which the rate rises to its full height, 0 … 1. */
  readonly warmup: number;
}

/** Whether the rates of a run's first steps are the same however long it is. */
export const isSameHoweverLong = ({ schedule, warmup }: Pick<Schedule, 'schedule' | 'warmup'>): boolean =>
  warmup === 0 && (schedule === 'constant' || schedule === 'exponential');

export interface RunLength {
  readonly epochs: number;
  readonly stepsPerEpoch: number;
}

/** What fastai's `fit_one_cycle` starts from and ends at, in parts of the full height, and the share in which it rises. */
const ONE_CYCLE = { start: 1 / 25, end: 1e-5, rise: 0.25 } as const;

/**
 * The learning rate of a step, counted from 0 over the whole run. A pure function, so that a resumed run has the rates of the
 * uninterrupted one.
 *
 * With a warm-up of w steps the rate is η · (t + 1) / w before step w (Goyal et al. 2017). From then on: `constant` η;
 * `exponential` η · γ^epoch; `cosine` η · (1 + cos π s) / 2, with s the share of the remaining steps that are done (Loshchilov
 * and Hutter 2017); `one-cycle` along cosines from η / 25 up to η and down to η · 1e-5 (Smith 2018, as fastai has it), which
 * rises over a quarter of the steps where no warm-up is set.
 */
export function learningRateAt(schedule: Schedule, { epochs, stepsPerEpoch }: RunLength, step: number): number {
  const { learningRate, warmup } = schedule;
  const steps = epochs * stepsPerEpoch;
  const cycles = schedule.schedule === 'one-cycle';
  const rising = Math.round((cycles && warmup === 0 ? ONE_CYCLE.rise : warmup) * steps);
  if (step < rising) {
    return cycles ? between(ONE_CYCLE.start * learningRate, learningRate, step / rising) : (learningRate * (step + 1)) / rising;
  }
  const share = (step - rising) / (steps - rising);
  switch (schedule.schedule) {
    case 'constant':
      return learningRate;
    case 'exponential':
      return learningRate * schedule.decay ** Math.floor(step / stepsPerEpoch);
    case 'cosine':
      return between(learningRate, 0, share);
    case 'one-cycle':
      return between(learningRate, ONE_CYCLE.end * learningRate, share);
  }
}

/** From one value to another along half a cosine. */
const between = (from: number, to: number, share: number): number => to + ((from - to) * (1 + Math.cos(Math.PI * share))) / 2;
