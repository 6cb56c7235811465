import type { Trainer } from '../../trainer.ts';
import { ThreadFailure } from './rounds.ts';

/** The same trainer; `onFailure` is called, with a sentence, when one of its threads fails, and with that it is disposed of. */
export function watchThreads(trainer: Trainer, onFailure: (because: string) => void): Trainer {
  const watched = <Args extends unknown[], Result>(method: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      try {
        return method(...args);
      } catch (thrown) {
        if (thrown instanceof ThreadFailure) lose(thrown);
        throw thrown;
      }
    };
  };
  const lose = ({ message }: ThreadFailure): void => {
    trainer.dispose();
    onFailure(`${message}.`);
  };
  const watchedLater = <Args extends unknown[], Result>(method: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      try {
        return await method(...args);
      } catch (thrown) {
        if (thrown instanceof ThreadFailure) lose(thrown);
        throw thrown;
      }
    };
  };
  return {
    ...trainer,
    step: watched(trainer.step),
    predict: watchedLater(trainer.predict),
    score: watchedLater(trainer.score),
  };
}
