import { LabError, toErrorData } from '../core/errors.ts';
import { followRun } from '../core/follow-run.ts';
import type { Configuration, EngineName } from '../core/hyperparameters.ts';
import { type RunRecord, type RunSeen, recordOf } from '../core/run-record.ts';
import type { RunEvent, RunId } from '../core/run-report.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import type { Bench } from './bench.ts';
import { type EndState, type RunResult, trainModel, trainRun } from './train-run.ts';

/** How a run in the background is recorded. */
export interface AsideRun extends Pick<RunRecord, 'origin' | 'group'> {
  /** A new one where absent. A run that is begun once more under its id keeps its number. */
  readonly id?: RunId;
  /** The same of runs that may be trained side by side; absent of one that stands alone. */
  readonly of?: string;
  /** The engine that it should have if that starts here, whatever the configuration says; null where that is to choose. */
  readonly engine?: EngineName | null;
}

export interface EndWish {
  /** Whether the state is worth the time that reading it takes, by what the run came to. */
  isWanted(record: RunRecord): boolean;
  take(state: EndState): void;
}

export interface AsideOptions {
  /** Stops the run. */
  readonly signal?: AbortSignal;
  onEvent?(event: RunEvent): void;
  /** Where a run of the same settings with fewer epochs ended: it goes on from there. */
  readonly from?: EndState | undefined;
  /** Takes where it ended, if it is a network. */
  readonly end?: EndWish | undefined;
}

/**
 * The same bench for runs in the background, which are many and alike: the engine is chosen once for them, and what the notebook knows of
 * its own split stays.
 */
export const asideOf = (bench: Bench): Bench => ({
  ...bench,
  material: { ...bench.material },
  engines: { ...bench.engines, choose: choosingOnce(bench.engines.choose) },
});

type Choose = Bench['engines']['choose'];

/** SIMD trains every configuration, so it need not be timed for each; other engines are chosen anew. */
function choosingOnce(choose: Choose): Choose {
  let last: { readonly choice: string; readonly rated: unknown; readonly chosen: ChosenEngine } | null = null;
  return async (choice, workload) => {
    const { rated } = workload;
    const isChoice = last !== null && (last.choice === choice || last.chosen.engine.name === choice);
    const isKnown = isChoice && last?.rated === rated && !last.chosen.engine.lost.aborted;
    if (last && isKnown && last.chosen.engine.name === 'simd') return last.chosen;
    const chosen = await choose(choice, workload);
    last = { choice, rated, chosen };
    return chosen;
  };
}

const preferring =
  (engine: EngineName, choose: Choose): Choose =>
  (choice, workload) =>
    choose(engine, workload).catch(() => choose(choice, workload));

/**
 * Trains a configuration on the data that is loaded, in the background: neither the Train cell nor the weights in use are touched, the
 * test part is not looked at, and the weights are let go. Training in the foreground goes first: the run halts meanwhile. A run that
 * diverges, or for which there is no memory, is recorded as failed. Throws a LabError `cancelled` where it is stopped, be it by a load.
 *
 * @param aside made by `asideOf`, and used again for the runs that follow
 */
export function trainAside(
  aside: Bench,
  configuration: Configuration,
  { id, of, engine = null, origin, group }: AsideRun,
  { signal, onEvent, from, end }: AsideOptions = {},
): Promise<RunRecord> {
  const data = aside.data.at('train on');
  const startedAt = Date.now();
  return aside.exclusive.trainInBackground(async (control) => {
    const run = followRun();
    const report = (event: RunEvent): void => {
      run.follow(event);
      onEvent?.(event);
    };
    const stop = (): void => control.stop();
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    const own: Bench = {
      ...aside,
      engines: engine === null ? aside.engines : { ...aside.engines, choose: preferring(engine, aside.engines.choose) },
      runs: { ...aside.runs, name: () => aside.runs.name(id) },
    };
    try {
      const isWanted = (): boolean => end?.isWanted(recorded({ summary: null, failed: false })) ?? false;
      const sink = { report, use: () => false, ...(end && { end: { isWanted, take: end.take } }) };
      const result = from
        ? await trainRun(own, data, configuration, control, sink, { ...from, id: own.runs.name().runId, goOn: true })
        : await trainModel(own, data, configuration, control, sink);
      if (result.outcome === 'stopped') throw stopped();
      return recorded({ summary: summaryOf(result), failed: false });
    } catch (thrown) {
      if (run.seen === null || !isOfTheRun(thrown)) throw thrown;
      return recorded({ summary: null, failed: true });
    } finally {
      signal?.removeEventListener('abort', stop);
    }

    function recorded(end: Pick<RunSeen, 'summary' | 'failed'>): RunRecord {
      if (run.seen === null) throw new Error('The run did not start.');
      return { ...recordOf({ ...run.seen, ...end }, undefined, startedAt), origin, ...(group && { group }) };
    }
  }, of);
}

/** What its settings led to, and would lead to again. */
const isOfTheRun = (thrown: unknown): boolean => ['diverged', 'no-memory'].includes(toErrorData(thrown).code);

const stopped = (): LabError => new LabError('cancelled', 'The run in the background was stopped.', 'Start it again.');

const summaryOf = ({ tensorsBefore, ...end }: RunResult): NonNullable<RunSeen['summary']> => ({
  ...end,
  test: null,
  tensors: { before: tensorsBefore, after: tensorsBefore },
});
