import { LabError } from '../core/errors.ts';
import { unlessLost, whenLost } from '../engines/engine-lost.ts';
import type { Model } from './model.ts';

/** Holds the model that recommends. */
export interface ModelInUse {
  /** Puts another in its place, which is freed. True where it was not in use already. */
  take(model: Model): boolean;
  /** As it is, perhaps on an engine that is lost; null where there is none. */
  peek(): Model | null;
  /** Works with the model; once more with the same model on another engine where its own is lost meanwhile. Throws a LabError where there is none. */
  ask<Result>(work: (model: Model) => Promise<Result>): Promise<Result>;
  /** Resolves when nothing is asked of the model. */
  idle(): Promise<void>;
}

/** `moveElsewhere` builds a model whose engine was lost on another. */
export function createModelInUse(moveElsewhere: (model: Model) => Promise<Model>): ModelInUse {
  let inUse: Model | null = null;
  const underWay = new Set<Promise<unknown>>();

  async function current(): Promise<Model> {
    if (inUse === null) throw new LabError('no-model', 'No model has been trained yet.', 'Train one first.');
    const before = inUse;
    if (before.predictor.lost.aborted) {
      const moved = await moveElsewhere(before);
      if (inUse === before) inUse = moved;
    }
    return inUse;
  }

  async function answerOf<Result>(work: (model: Model) => Promise<Result>): Promise<Result> {
    for (;;) {
      const model = await current();
      const { lost } = model.predictor;
      const done = new AbortController();
      try {
        return await unlessLost(whenLost(lost, done.signal), work(model));
      } catch (thrown) {
        if (!lost.aborted) throw thrown;
      } finally {
        done.abort();
      }
    }
  }

  async function ask<Result>(work: (model: Model) => Promise<Result>): Promise<Result> {
    // Not the work itself is waited for: what a lost engine was asked for may never come.
    const answer = answerOf(work);
    underWay.add(answer);
    try {
      return await answer;
    } finally {
      underWay.delete(answer);
    }
  }

  return {
    take(model) {
      if (inUse === model) return false;
      inUse?.predictor.dispose();
      inUse = model;
      return true;
    },
    peek: () => inUse,
    ask,
    idle: async () => void (await Promise.allSettled(underWay)),
  };
}
