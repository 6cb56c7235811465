import { askForHelper, type Helper } from '../../core/ask-for-helper.ts';
import { LabError } from '../../core/errors.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import type { Halting } from '../background.ts';
import { type BesideData, type BesideRun, buffersOf, type TrainerAnswer, type TrainerTask } from './messages.ts';

type Trained = Extract<TrainerAnswer, { kind: 'trained' }>;

/** A worker that trains one run at a time. */
export interface Lane {
  /** Whether its worker is broken, or ended. */
  readonly isGone: boolean;
  prepare(configuration: Configuration): void;
  /** Takes what the run goes on from. Rejects with the LabError of the run, or with `crashed` where the worker is gone. */
  train(run: BesideRun, onShare: (share: number) => void): Promise<Trained>;
  /** Of the run that goes, or begins next. */
  readonly control: Halting;
}

/** Workers that train runs on the same data side by side, each with one thread. They start when they are first needed. */
export interface Lanes {
  /** Starts all of them, and has each train an epoch of the configuration ahead: what other runs need is there then, and their code is fast. */
  prepare(configuration: Configuration): void;
  /** Waits until one has nothing to do, and has it until the work is over; null where all are gone. */
  use<Result>(work: (lane: Lane | null) => Promise<Result>): Promise<Result>;
  /** Ends all workers at once. */
  end(): void;
}

export function createLanes(count: number, data: BesideData, ask: () => Helper = () => askForHelper('trainer')): Lanes {
  const helpers: Helper[] = [];
  const lanes: Lane[] = [];
  const inUse = new Set<Lane>();
  let waiting: (() => void)[] = [];

  const open = (): Lane => {
    const helper = ask();
    helpers.push(helper);
    const lane = createLane(helper, data);
    lanes.push(lane);
    return lane;
  };

  const take = async (): Promise<Lane | null> => {
    for (;;) {
      const left = lanes.filter(({ isGone }) => !isGone);
      const lane = left.find((one) => !inUse.has(one)) ?? (lanes.length < count ? open() : null);
      if (lane) inUse.add(lane);
      if (lane || left.length === 0) return lane;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };

  return {
    prepare(configuration) {
      while (lanes.length < count) open();
      for (const lane of lanes) lane.prepare(configuration);
    },
    async use(work) {
      const lane = await take();
      try {
        return await work(lane);
      } finally {
        if (lane) inUse.delete(lane);
        const all = waiting;
        waiting = [];
        for (const look of all) look();
      }
    },
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

  const tell = (task: TrainerTask, transfer?: Transferable[]): void => helper.postMessage(task, transfer);
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
    get isGone() {
      return gone !== null;
    },
    prepare: (configuration) => tell({ kind: 'prepare', configuration }),
    train: (run, onShare) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone);
        going = { resolve, reject, onShare, hasBegun: false };
        tell({ kind: 'train', run }, buffersOf(run.from));
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
