import { buildRatings } from '../core/join-ratings.ts';
import { createRandom } from '../core/random.ts';
import type { Ratings } from '../core/ratings.ts';
import type { RunEvent } from '../core/run-report.ts';
import type { LoadedData } from '../data/load.ts';
import { openTable } from '../data/preview/open-table.ts';
import type { EngineChooser } from '../engines/choose.ts';
import { choosing } from '../engines/choosing.fixture.ts';
import { type BenchParts, createBench } from '../lab/bench.ts';
import { createRunLocks } from '../lab/run-lock.ts';
import { createRunRegistry } from '../lab/run-registry.ts';
import type { CallContext } from '../lab/wire.ts';
import { createMemoryBlobStore } from '../storage/memory-blob-store.ts';
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

/** 400 ratings of 20 users and 40 movies, without a plan behind them. */
function drawRatings(): Ratings {
  const count = 400;
  const random = createRandom(1, 'test');
  const draw = (from: number, to: number) =>
    Int32Array.from({ length: count }, () => from + Math.floor(random.next() * (to - from)));
  const stars = Float32Array.from(draw(1, 6));
  return buildRatings({ users: draw(1, 20), movies: draw(1, 40), stars, timestamps: new Uint32Array(count) }, []);
}

const loadDrawn = async (): Promise<LoadedData> => ({
  ratings: drawRatings(),
  origin: { kind: 'synthetic', name: 'test', file: null, url: null, fetchedAt: null, sha256: null, layout: null, release: null },
  file: null,
  notes: [],
  elapsed: {},
});

/** What a test does not bring: ratings that are drawn, and rooms that are empty. */
const ownParts = (): Omit<BenchParts, 'engines'> => ({
  loadData: loadDrawn,
  openTables: async () => [],
  openTable,
  storage: { store: createMemoryBlobStore(), room: async () => null },
  matrices: () => Promise.reject(new Error('This test has no matrices.')),
  runs: createRunRegistry(createMemoryBlobStore(), createRunLocks(undefined), () => 0),
});

/** The lab without a worker: the handlers of every cell on one bench, for tests. `onEvent` hears what runs report. */
export function openTestLab(
  onEvent: (event: RunEvent) => void,
  { choose, ...parts }: Partial<Omit<BenchParts, 'engines'>> & Pick<EngineChooser, 'choose'>,
) {
  const bench = createBench({ ...ownParts(), engines: choosing(choose), ...parts });
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
