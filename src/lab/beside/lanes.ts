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

/** A worker that does not answer for so long must not keep anybody waiting any longer. */
const PATIENCE_MILLISECONDS = 5000;

interface Going {
  readonly onShare: (share: number) => void;
  readonly resolve: (trained: Trained) => void;
  readonly reject: (error: LabError) => void;
  hasBegun: boolean;
}

function createLane(helper: Helper, { ratings, summary }: BesideData): Lane {
  let going: Going | null = null;
  let gone: LabError | null = null;
  let waiting: (() => void)[] = [];

  const tell = (task: TrainerTask): void => helper.postMessage(task);
  const tellHalted = (): void => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const settle = (): Going | null => {
    const ended = going;
    going = null;
    // What is over stands still.
    tellHalted();
    return ended;
  };
  const giveUp = (error: LabError): void => {
    gone = error;
    helper.terminate();
    settle()?.reject(error);
  };

  helper.onmessage = (event) => {
    const answer = event.data as TrainerAnswer;
    if (answer.kind === 'share' && going) {
      going.hasBegun = true;
      going.onShare(answer.share);
    }
    if (answer.kind === 'halted') tellHalted();
    if (answer.kind === 'trained') settle()?.resolve(answer);
    if (answer.kind === 'failed') {
      const { code, message, remedy } = answer.error;
      settle()?.reject(new LabError(code, message, remedy));
    }
  };
  helper.onerror = ({ message }) =>
    giveUp(new LabError('crashed', `A worker that trains trials stopped: ${message}.`, 'Continue the sweep.'));
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
        going = { resolve, reject, onShare, hasBegun: false };
        tell({ kind: 'train', run });
      }),
    control: {
      async pause() {
        tell({ kind: 'pause' });
        // One whose worker is still on its way takes no step that anybody would have to wait for.
        if (!going?.hasBegun) return;
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          setTimeout(resolve, PATIENCE_MILLISECONDS);
        });
      },
      resume: () => tell({ kind: 'resume' }),
      stop() {
        tell({ kind: 'stop' });
        const asked = going;
        if (!asked) return;
        setTimeout(() => {
          if (going === asked) giveUp(new LabError('cancelled', 'The trial was stopped.', 'Continue the sweep.'));
        }, PATIENCE_MILLISECONDS);
      },
    },
  };
}

/** Training asks for the number of ids alone, and functions cannot be sent. */
const plain = <Ids extends { readonly size: number; readonly kind: string }>({ size, kind }: Ids): Ids => ({ size, kind }) as Ids;
