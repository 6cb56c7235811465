import { LabError } from '../core/errors.ts';
import { createRunControl, type RunControl } from '../training/run-control.ts';

/** Training in the background: one at a time, and halted for as long as anybody holds it. */
export interface Background {
  /** Throws a LabError where something is trained in the background already. */
  train<Result>(work: (control: RunControl) => Promise<Result>): Promise<Result>;
  /** Halts what is going, and what begins later. */
  hold(): Hold;
  /** Ends what is going. Resolves once it is over. */
  end(): Promise<void>;
}

export interface Hold {
  /** Resolves once what is going stands still, or is over. */
  readonly halted: Promise<void>;
  /** Lets it go on, unless another holds it too. */
  release(): void;
}

export function createBackground(): Background {
  let going: { readonly control: RunControl; readonly over: Promise<unknown> } | null = null;
  const holds = new Set<object>();

  return {
    async train(work) {
      if (going) throw new LabError('busy', 'Something is already being trained in the background.', 'Stop it first.');
      const control = createRunControl();
      if (holds.size > 0) control.begin({ waits: false, haltsAt: 'start' });
      const result = work(control);
      going = { control, over: result.catch(() => undefined) };
      try {
        return await result;
      } finally {
        going = null;
        control.stop();
      }
    },
    hold() {
      const own = {};
      holds.add(own);
      return {
        halted: going?.control.pause() ?? Promise.resolve(),
        release() {
          if (holds.delete(own) && holds.size === 0) going?.control.resume();
        },
      };
    },
    async end() {
      going?.control.stop();
      await going?.over;
    },
  };
}
