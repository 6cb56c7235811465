import type { RunEvent } from '../core/run-report.ts';
import { openTable } from '../data/preview/open-table.ts';
import { type BenchParts, createBench } from '../lab/bench.ts';
import type { CallContext } from '../lab/wire.ts';
import { handlers as data } from './data/lab.ts';
import { handlers as leakage } from './evaluate/leakage/lab.ts';
import { handlers as explore } from './explore/lab.ts';
import { handlers as recommend } from './recommend/lab.ts';
import { handlers as split } from './split/lab.ts';
import { handlers as engines } from './train/engines/lab.ts';
import { handlers as internals } from './train/internals/lab.ts';
import { handlers as train } from './train/lab.ts';
import { handlers as rateFinder } from './train/rate-finder/lab.ts';

const context = <Progress>(
  report: (progress: Progress) => void,
  signal = new AbortController().signal,
): CallContext<Progress> => ({
  report,
  signal,
  transfer: () => undefined,
});

export type TestLab = ReturnType<typeof openTestLab>;

/** The lab without a worker: the handlers of every cell on one bench, for tests. `onEvent` hears what runs report. */
export function openTestLab(onEvent: (event: RunEvent) => void, parts: Omit<BenchParts, 'openTable'>) {
  const bench = createBench({ openTable, ...parts });
  const [ofData, ofTrain, ofRates, ofSplits] = [data(bench), train(bench), rateFinder(bench), leakage(bench)];
  let going = new AbortController();
  let loading = new AbortController();
  const silent = context(() => undefined);
  const asTheRun = <Args, Summary>(call: (args: Args, context: CallContext<RunEvent>) => Promise<Summary>, args: Args) => {
    const own = new AbortController();
    // A call that is refused ends no run.
    if (bench.exclusive.training === null) going = own;
    return call(args, context(onEvent, own.signal));
  };
  return {
    bench,
    load(args: Parameters<typeof ofData.load>[0]) {
      loading = new AbortController();
      return ofData.load(
        args,
        context(() => undefined, loading.signal),
      );
    },
    cancelLoad: () => loading.abort(),
    keptData: () => ofData.keptData(undefined, silent),
    keepData: () => ofData.keepData(undefined, silent),
    putBackData: (args: Parameters<typeof ofData.putBackData>[0]) => ofData.putBackData(args, silent),
    forgetData: (args: { id: string }) => ofData.forgetData(args, silent),
    train: (args: Parameters<typeof ofTrain.start>[0]) => asTheRun(ofTrain.start, args),
    restoreRun: (args: Parameters<typeof ofTrain.restore>[0]) => asTheRun(ofTrain.restore, args),
    stop: () => going.abort(),
    setWaits: (args: Parameters<typeof ofTrain.setWaits>[0]) => ofTrain.setWaits(args, silent),
    pause: () => ofTrain.pause(undefined, silent),
    resume: () => ofTrain.resume(undefined, silent),
    step: (args: Parameters<typeof ofTrain.step>[0]) => ofTrain.step(args, silent),
    keptRuns: () => ofTrain.keptRuns(undefined, silent),
    findLearningRate: (
      args: Parameters<typeof ofRates.find>[0],
      onTrial: Parameters<typeof ofRates.find>[1]['report'],
      signal?: AbortSignal,
    ) => ofRates.find(args, context(onTrial, signal)),
    compareSplits: (
      args: Parameters<typeof ofSplits.compare>[0],
      onProgress: Parameters<typeof ofSplits.compare>[1]['report'] = () => undefined,
      signal?: AbortSignal,
    ) => ofSplits.compare(args, context(onProgress, signal)),
    ...bound(recommend(bench)),
    ...bound(internals(bench)),
    compareEngines: bound(engines(bench)).compare,
    explore: bound(explore(bench)).view,
    describeSplit: bound(split(bench)).report,
  };
}

type Bound<Handlers> = {
  [Name in keyof Handlers]: Handlers[Name] extends (args: infer Args, context: never) => infer Reply
    ? (args: Args) => Reply
    : never;
};

/** Handlers as functions of their arguments alone. */
function bound<Handlers extends object>(handlers: Handlers): Bound<Handlers> {
  const silent = context(() => undefined);
  const entries = Object.entries(handlers).map(([name, call]) => [name, (args: unknown) => call(args, silent)]);
  return Object.fromEntries(entries) as Bound<Handlers>;
}
