import { askForHelper, type Helper } from '../../core/ask-for-helper.ts';
import { LabError } from '../../core/errors.ts';
import type { Halting } from '../background.ts';
import type { BesideData, BesideRun, TrainerAnswer, TrainerTask } from './messages.ts';

type Trained = Extract<TrainerAnswer, { kind: 'trained' }>;

/** A worker that trains one run at a time. */
export interface Lane {
  readonly isBusy: boolean;
  /** Rejects with the LabError of the run, or with `crashed` where the worker is gone. */
  train(run: BesideRun, onShare: (share: number) => void): Promise<Trained>;
  /** Of the run that goes, or begins next. */
  readonly control: Halting;
}

/** Workers that train runs on the same data side by side, each with one thread. They start when they are first needed. */
export interface Lanes {
  /** One that has nothing to do; null where all are busy or gone. */
  free(): Lane | null;
  /** Ends all workers at once. */
  end(): void;
}

export function createLanes(count: number, data: BesideData, ask: () => Helper = () => askForHelper('trainer')): Lanes {
  const helpers: Helper[] = [];
  const lanes: Lane[] = [];
  const open = (): Lane | null => {
    if (lanes.length === count) return null;
    const helper = ask();
    const lane = createLane(helper, data);
    helpers.push(helper);
    lanes.push(lane);
    return lane;
  };
  return {
    free: () => lanes.find(({ isBusy }) => !isBusy) ?? open(),
    end() {
      for (const helper of helpers) helper.terminate();
    },
  };
}

function createLane(helper: Helper, { ratings, summary }: BesideData): Lane {
  let going: { resolve(trained: Trained): void; reject(error: LabError): void; onShare(share: number): void } | null = null;
  let gone: LabError | null = null;
  let waiting: (() => void)[] = [];

  const tell = (task: TrainerTask): void => helper.postMessage(task);
  const tellHalted = (): void => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const settle = (): typeof going => {
    const ended = going;
    going = null;
    // What is over stands still.
    tellHalted();
    return ended;
  };

  helper.onmessage = (event) => {
    const answer = event.data as TrainerAnswer;
    if (answer.kind === 'share') going?.onShare(answer.share);
    if (answer.kind === 'halted') tellHalted();
    if (answer.kind === 'trained') settle()?.resolve(answer);
    if (answer.kind === 'failed') {
      const { code, message, remedy } = answer.error;
      settle()?.reject(new LabError(code, message, remedy));
    }
  };
  helper.onerror = ({ message }) => {
    gone = new LabError('crashed', `A worker that trains trials stopped: ${message}.`, 'Continue the sweep.');
    settle()?.reject(gone);
  };
  tell({
    kind: 'data',
    data: { ratings: { ...ratings, userIds: plain(ratings.userIds), movieIds: plain(ratings.movieIds) }, summary },
  });

  return {
    get isBusy() {
      return going !== null || gone !== null;
    },
    train: (run, onShare) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone);
        going = { resolve, reject, onShare };
        tell({ kind: 'train', run });
      }),
    control: {
      async pause() {
        if (gone) return;
        tell({ kind: 'pause' });
        await new Promise<void>((resolve) => waiting.push(resolve));
      },
      resume: () => tell({ kind: 'resume' }),
      stop: () => tell({ kind: 'stop' }),
    },
  };
}

/** Training asks for the number of ids alone, and functions cannot be sent. */
const plain = <Ids extends { readonly size: number; readonly kind: string }>({ size, kind }: Ids): Ids => ({ size, kind }) as Ids;
