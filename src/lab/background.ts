import { LabError } from '../core/errors.ts';
import { createRunControl, type RunControl } from '../training/run-control.ts';

/** Training in the background: one thing at a time, which may be several runs, and halted for as long as anybody holds it. */
export interface Background {
  /**
   * Throws a LabError where something is trained in the background already, but for runs that belong together.
   *
   * @param of the same of runs that may be trained side by side; absent of one that stands alone
   */
  train<Result>(work: (control: RunControl) => Promise<Result>, of?: string): Promise<Result>;
  /** The same of work that is done elsewhere, and is halted there. */
  trainElsewhere<Result>(control: Halting, work: () => Promise<Result>, of: string): Promise<Result>;
  /** Halts what is going, and what begins later. */
  hold(): Hold;
  /** Ends what is going. Resolves once it is over. */
  end(): Promise<void>;
}

export type Halting = Pick<RunControl, 'pause' | 'resume' | 'stop'>;

export interface Hold {
  /** Resolves once what is going stands still, or is over. */
  readonly halted: Promise<void>;
  /** Lets it go on, unless another holds it too. */
  release(): void;
}

interface Going {
  readonly control: Halting;
  readonly of: string | undefined;
  readonly over: Promise<unknown>;
}

export function createBackground(): Background {
  const going = new Set<Going>();
  const holds = new Set<object>();

  const refuseWhileOthersGo = (of: string | undefined): void => {
    if (going.size === 0 || (of !== undefined && [...going].every((one) => one.of === of))) return;
    throw new LabError('busy', 'Something is already being trained in the background.', 'Stop it first.');
  };

  async function follow<Result>(control: Halting, of: string | undefined, result: Promise<Result>): Promise<Result> {
    const own: Going = { control, of, over: result.catch(() => undefined) };
    going.add(own);
    try {
      return await result;
    } finally {
      going.delete(own);
      control.stop();
    }
  }

  return {
    async train(work, of) {
      refuseWhileOthersGo(of);
      const control = createRunControl();
      if (holds.size > 0) control.begin({ waits: false, haltsAt: 'start' });
      return await follow(control, of, work(control));
    },
    async trainElsewhere(control, work, of) {
      refuseWhileOthersGo(of);
      // What was trained there before may have ended while it was held.
      if (holds.size > 0) void control.pause();
      else control.resume();
      return await follow(control, of, work());
    },
    hold() {
      const own = {};
      holds.add(own);
      return {
        halted: Promise.all([...going].map(({ control }) => control.pause())).then(() => undefined),
        release() {
          if (holds.delete(own) && holds.size === 0) for (const { control } of going) control.resume();
        },
      };
    },
    async end() {
      const all = [...going];
      for (const { control } of all) control.stop();
      await Promise.all(all.map(({ over }) => over));
    },
  };
}
