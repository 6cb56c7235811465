import type { TrainerThreads } from '../engines/trainer.ts';

/** Finds out, while a run goes on, with how many of its threads a trainer is fastest: that changes with what else the machine does. */
export interface ThreadTuning {
  /** To be called after some steps in a row, with the milliseconds that they took together; sets the threads of those that follow. */
  note(steps: number, milliseconds: number): void;
}

/** Shorter stretches of steps tell little. */
const LEAST_MILLISECONDS = 15;
/** Another number of threads is tried for so many stretches. The first does not count: a thread that is woken may be slow at first. */
const TRIAL = { fewer: 2, more: 3 } as const;
/** So many stretches lie between two trials; twice as many after each that changed nothing, up to the most. */
const FIRST_REST = 6;
const MOST_REST = 96;
/** Stretches differ widely, since the page draws in between: a mean is one of so many at most. */
const REMEMBERED = 8;
/** Another number of threads has to save this share of the time. */
const WORTH_SAVING = 0.05;

/** Tries half or twice as many threads now and then, and keeps to them where they are faster in the mean. */
export function tuneThreads({ most, used, use }: TrainerThreads): ThreadTuning {
  let usual = used;
  let other = used;
  let timeOfUsual = emptyMean();
  let timeOfOther = emptyMean();
  let rest = FIRST_REST;
  let isTrial = false;
  /** Of the trial or of the rest that goes on: how many stretches it has, and how many of them are over. */
  let length = rest;
  let over = 0;

  /** Half or twice as many in turn, as far as there are. */
  function begin(): void {
    const isToBeMore = usual === 1 || (other < usual && usual < most);
    other = isToBeMore ? Math.min(most, 2 * usual) : Math.floor(usual / 2);
    timeOfOther = emptyMean();
    length = isToBeMore ? TRIAL.more : TRIAL.fewer;
    use(other);
  }

  function end(): void {
    const isFaster = timeOfOther.value < timeOfUsual.value * (1 - WORTH_SAVING);
    if (isFaster) [usual, timeOfUsual] = [other, timeOfOther];
    rest = isFaster ? FIRST_REST : Math.min(MOST_REST, 2 * rest);
    length = rest;
    use(usual);
  }

  return {
    note(steps, milliseconds) {
      if (most === 1 || milliseconds < LEAST_MILLISECONDS) return;
      // Neither does the first after a trial count.
      if (over > 0) add(isTrial ? timeOfOther : timeOfUsual, milliseconds / steps);
      if (++over < length) return;
      over = 0;
      isTrial = !isTrial;
      if (isTrial) begin();
      else end();
    },
  };
}

/** Of the milliseconds of a step. */
interface Mean {
  value: number;
  count: number;
}

const emptyMean = (): Mean => ({ value: 0, count: 0 });

function add(mean: Mean, value: number): void {
  mean.count = Math.min(REMEMBERED, mean.count + 1);
  mean.value += (value - mean.value) / mean.count;
}
