import type { Trial } from '../../core/sweep/plan.ts';

/** The trials that are being trained. */
export interface TrialsUnderWay {
  readonly places: ReadonlySet<number>;
  /**
   * Begins one; what `train` throws is thrown by `next`.
   *
   * @param behind the epochs of the trial that it goes on from
   */
  add(trial: Trial, behind: number, train: (onProgress: (share: number) => void) => Promise<void>): void;
  /** Resolves when one of them is over, and no longer among them. */
  next(): Promise<void>;
  /** Resolves when none is left, whatever they throw. */
  all(): Promise<void>;
  /** Tells at once how many epochs they have trained. */
  show(): void;
}

/** The least between two tellings on the way: the page draws them on the processor that trains. */
export const REST_MILLISECONDS = 250;

export function createTrialsUnderWay(tell: (epochs: number) => void): TrialsUnderWay {
  const going = new Map<number, Promise<void>>();
  /** By place: the epochs of its own that a trial has trained. */
  const epochs = new Map<number, number>();
  let toldAt = Number.NEGATIVE_INFINITY;

  const show = (): void => {
    toldAt = performance.now();
    tell([...epochs.values()].reduce((sum, own) => sum + own, 0));
  };

  return {
    get places() {
      return new Set(going.keys());
    },
    add({ place, configuration }, behind, train) {
      epochs.set(place, 0);
      const onProgress = (share: number): void => {
        epochs.set(place, Math.max(0, share * configuration.epochs - behind));
        if (performance.now() - toldAt >= REST_MILLISECONDS) show();
      };
      const over = train(onProgress).finally(() => {
        going.delete(place);
        epochs.delete(place);
      });
      // It is thrown to who waits for the next.
      over.catch(() => undefined);
      going.set(place, over);
    },
    next: () => Promise.race(going.values()),
    all: async () => void (await Promise.allSettled(going.values())),
    show,
  };
}
