import type { EngineCheck } from '../core/engine-check.ts';
import { isNoMemory, LabError, type LabErrorCode } from '../core/errors.ts';
import { isPartMissing } from '../core/fetch-part.ts';
import { type Configuration, type EngineChoice, gravityOf, listWeightOf, SETTINGS } from '../core/hyperparameters.ts';
import { groupSize } from '../core/loss.ts';
import type { ModelName } from '../core/model-name.ts';
import { formatSetting } from '../core/settings/format.ts';
import { FEATURES } from '../models/vectors.ts';
import type { Abilities, Candidates, EngineCandidate } from './candidates.ts';
import type { ChosenEngine, Engine } from './engine.ts';
import { unlessLost, whenLost } from './engine-lost.ts';
import { selfTest } from './self-test.ts';
import { describeWorkload, type Rated, type StepTiming, timeSteps, type Workload } from './time-steps.ts';

/** Knows the engines of this machine, and picks one. */
export interface EngineChooser {
  /**
   * Starts the engine asked for; for `auto` the fastest of those that are right, by trying them. Throws a LabError where none
   * starts or has the optimizer. Where one engine alone comes into question it is not timed: a run begins with all its threads unless they
   * were timed before, and finds on its way how many are best.
   */
  choose(choice: EngineChoice, workload: Workload): Promise<ChosenEngine>;
  /** Starts what a choice may fall on, and tests what it would test, so that it finds that done. What fails is for the choice to say. */
  makeReady(choice: EngineChoice, configuration: Configuration): Promise<void>;
  /**
   * Times what a choice may fall on, with each number of threads, for the choices that follow. Ends early where a choice is asked for
   * meanwhile. What fails is for the choice to say.
   */
  time(choice: EngineChoice, workload: Workload): Promise<void>;
  /** Tries every engine, the slow ones too; tells of each as soon as it is known. */
  compare(workload: Workload, onCheck: (check: EngineCheck) => void): Promise<void>;
}

/** The plain-JavaScript engine is never fallen back to: it would look like a page that hangs. */
const LAST_RESORT = 'wasm';

const GPU: readonly EngineCheck['name'][] = ['webgpu', 'webgl'];

export function createChooser({ onCpu, listOnGpu, onGpu }: Candidates): EngineChooser {
  let gpus: ReturnType<typeof listOnGpu> | undefined;
  const listAll = async (): Promise<readonly EngineCandidate[]> => {
    gpus ??= listOnGpu();
    return [...(await gpus), ...onCpu];
  };
  /** Without those on a GPU where they do not come into question. */
  const listFor = async (choice: EngineChoice, configuration: Configuration): Promise<readonly EngineCandidate[]> =>
    GPU.some((name) => name === choice) || (choice === 'auto' && lackOf(onGpu, configuration) === null) ? await listAll() : onCpu;
  // In turn: TensorFlow.js has one backend at a time, and a step that is timed wants the machine for itself.
  let latest: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = latest.then(work);
    latest = turn.catch(() => undefined);
    return turn;
  };
  const { check, testOf } = rememberingChecks();
  /** Of all that `time` was asked for since the last choice. */
  let timing = new AbortController();

  async function checkAll(
    candidates: readonly EngineCandidate[],
    workload: Workload,
    timing: Timing,
    onFailure: (cause: unknown) => void = () => undefined,
  ): Promise<readonly EngineCheck[]> {
    const checks: EngineCheck[] = [];
    for (const candidate of candidates) {
      const checking = check(candidate, workload, timing);
      checking.catch(onFailure);
      checks.push(await orFailed(candidate, checking));
    }
    return checks;
  }

  /** What is asked for is started untried, unless it has threads. */
  async function chooseNamed(candidate: EngineCandidate, workload: Workload): Promise<ChosenEngine> {
    const checks = candidate.threaded ? [await check(candidate, workload, null)] : [];
    const reason = ['Chosen in the settings.', ...checks.map(timingWords)].join('');
    return await start(candidate, workload.configuration, { isAsked: true, reason, checks, threads: checks[0]?.threads });
  }

  async function choose(choice: EngineChoice, workload: Workload): Promise<ChosenEngine> {
    const { configuration } = workload;
    const candidates = await listFor(choice, configuration);
    const candidateOf = (name: EngineCheck['name']): EngineCandidate =>
      candidates.find((candidate) => candidate.name === name) as EngineCandidate;
    if (choice !== 'auto') return await chooseNamed(candidateOf(choice), workload);
    const tried = triedBy(choice, candidates);
    const failures: unknown[] = [];
    const results = await checkAll(tried, workload, tried.length > 1 ? TO_THE_END : null, (cause) => failures.push(cause));
    const right = results.filter(isRight).sort(bySpeed);
    // One that was right may be gone by now, as a GPU whose context was lost.
    for (const best of right) {
      const reason = reasonFor(best.name, results, candidates) + timingWords(best);
      const started = start(candidateOf(best.name), configuration, { reason, checks: results, threads: best.threads });
      const chosen = await started.catch(() => null);
      if (chosen) return chosen;
    }
    const lastResort = candidateOf(LAST_RESORT);
    const [failure] = failures;
    // The last resort takes more memory; and what trains a thing that it does not train comes when the network is back.
    if (isNoMemory(failure) || (failure !== undefined && lackOf(lastResort, configuration))) throw failure;
    return await start(lastResort, configuration, { reason: reasonFor(undefined, results, candidates), checks: results });
  }

  return {
    choose(choice, workload) {
      timing.abort();
      timing = new AbortController();
      return inTurn(() => choose(choice, workload));
    },
    time(choice, workload) {
      const { signal } = timing;
      return inTurn(async () => {
        if (!signal.aborted) await checkAll(triedBy(choice, await listFor(choice, workload.configuration)), workload, signal);
      });
    },
    makeReady: (choice, configuration) =>
      inTurn(async () => {
        const able = (await listFor(choice, configuration)).filter((candidate) => lackOf(candidate, configuration) === null);
        const tried = triedBy(choice, able);
        for (const candidate of tried) await testOf(candidate, configuration.model).catch(() => undefined);
        const untested = able.find((candidate) => candidate.name === choice && !tried.includes(candidate));
        await untested?.start().catch(() => undefined);
      }),
    compare: (workload, onCheck) =>
      inTurn(async () => {
        for (const candidate of await listAll())
          onCheck(await orFailed(candidate, checkCandidate(candidate, workload, TO_THE_END, testEngine)));
      }),
  };
}

/** Of one that is asked for only the number of threads is of interest. */
const triedBy = (choice: EngineChoice, candidates: readonly EngineCandidate[]): readonly EngineCandidate[] =>
  candidates.filter(({ name, drawback, threaded }) => (choice === 'auto' ? drawback === null : choice === name && threaded));

/** How steps are timed: until this is aborted, which throws; not at all where it is null. */
type Timing = AbortSignal | null;

const TO_THE_END = new AbortController().signal;

type Check = (candidate: EngineCandidate, workload: Workload, timing: Timing) => Promise<EngineCheck>;

/** An engine is tested once for each model, and timed once for each kind of work on the same ratings. */
function rememberingChecks(): {
  readonly check: Check;
  testOf(candidate: EngineCandidate, model: ModelName): ReturnType<typeof selfTest>;
} {
  const tests = new Map<string, ReturnType<typeof selfTest>>();
  const known = new WeakMap<Rated, Map<string, Promise<EngineCheck>>>();
  const keyOf = (candidate: EngineCandidate, model: ModelName): string => `${candidate.name} ${model}`;
  const testOf = (candidate: EngineCandidate, model: ModelName) =>
    remember(tests, keyOf(candidate, model), async () => await testEngine(await candidate.start(), model));
  const check: Check = (candidate, workload, timing) => {
    const test: typeof selfTest = (engine, model) => remember(tests, keyOf(candidate, model), () => testEngine(engine, model));
    const ofRatings = known.get(workload.rated) ?? new Map<string, Promise<EngineCheck>>();
    known.set(workload.rated, ofRatings);
    const key = candidate.name + describeWorkload(workload);
    if (timing === null && !ofRatings.has(key)) return checkCandidate(candidate, workload, null, test);
    return remember(ofRatings, key, () => checkCandidate(candidate, workload, timing, test));
  };
  return { check, testOf };
}

/** What fails is not remembered: it may go through the next time. */
function remember<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, find: () => Promise<Value>): Promise<Value> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

const testEngine: typeof selfTest = (engine, model) => whileThere(engine, selfTest(engine, model));

/** Else an engine that is lost while it is tried would be waited for, by all that is chosen after it. */
async function whileThere<Result>({ lost }: Engine, work: Promise<Result>): Promise<Result> {
  const done = new AbortController();
  try {
    return await unlessLost(whenLost(lost, done.signal), work);
  } finally {
    done.abort();
  }
}

/** What is known of an engine before it was tried. */
const untried = ({ name, label }: EngineCandidate) => ({
  ...{ name, label, error: null, millisecondsPerStep: null, ratingsPerSecond: null, threads: null },
  byThreads: [],
});

const failureWords = (thrown: unknown): string =>
  thrown instanceof LabError && SAY_ALL.includes(thrown.code) ? thrown.message : `It did not start: ${messageOf(thrown)}.`;

const SAY_ALL: readonly LabErrorCode[] = ['engine-lost', 'no-memory'];

/** Without its full stop. */
const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown)).replace(/\.$/, '');

/** What an engine's check comes to, also where its code did not arrive or the memory does not suffice. */
const orFailed = (candidate: EngineCandidate, check: Promise<EngineCheck>): Promise<EngineCheck> =>
  check.catch((thrown) => ({ ...untried(candidate), problem: failureWords(thrown) }));

/** Throws where the engine's code does not arrive (`part-missing`), there is not memory enough (`no-memory`) or the timing is aborted; what else is wrong is part of the check. */
async function checkCandidate(
  candidate: EngineCandidate,
  workload: Workload,
  timing: Timing,
  test: typeof selfTest,
): Promise<EngineCheck> {
  const { name } = candidate;
  const unknown = untried(candidate);
  const lack = lackOf(candidate, workload.configuration);
  if (lack) return { ...unknown, problem: `It ${lack.what}.` };
  try {
    const engine = await candidate.start();
    const { error, problem } = await test(engine, workload.configuration.model);
    if (problem !== null) return { ...unknown, error, problem };
    if (timing === null) return { ...unknown, label: engine.label, problem, error };
    const timings = await whileThere(engine, timeSteps(engine, workload, timing));
    const best = bestTiming(timings);
    const speed = ({ ratings, milliseconds }: StepTiming): number => (ratings / milliseconds) * 1000;
    return {
      name,
      label: engine.label,
      problem,
      error,
      millisecondsPerStep: best.milliseconds,
      ratingsPerSecond: speed(best),
      threads: best.threads,
      byThreads: timings.flatMap((timing) =>
        timing.threads === null ? [] : [{ threads: timing.threads, ratingsPerSecond: speed(timing) }],
      ),
    };
  } catch (thrown) {
    if (timing?.aborted || isPartMissing(thrown) || isNoMemory(thrown)) throw thrown;
    // Steps are timed on made-up stars. Whether those of the run have a solution is for the run to say.
    if (thrown instanceof LabError && thrown.code === 'diverged') return { ...unknown, problem: null };
    return { ...unknown, problem: failureWords(thrown) };
  }
}

/** By ascending number of threads. More are taken if they save any time at all: what disturbs a timing disturbs more threads more. */
function bestTiming(timings: readonly StepTiming[]): StepTiming {
  return timings.reduce((best, timing) => (timing.milliseconds < best.milliseconds ? timing : best));
}

/** How its number of threads was found, as a further sentence. */
function timingWords({ byThreads }: EngineCheck): string {
  if (byThreads.length < 2) return '';
  const each = byThreads.map(({ threads, ratingsPerSecond }) => `${threads}: ${(ratingsPerSecond / 1e6).toFixed(2)}`);
  return ` Measured million ratings per second, by number of threads: ${each.join(', ')}.`;
}

const isRight = ({ problem }: EngineCheck): boolean => problem === null;

/** Those that were not timed come last. */
const bySpeed = (a: EngineCheck, b: EngineCheck): number => (b.ratingsPerSecond ?? 0) - (a.ratingsPerSecond ?? 0);

/** How an engine came to be started. */
interface Choosing extends Pick<ChosenEngine, 'reason' | 'checks'> {
  /** Whether it was asked for by name. */
  readonly isAsked?: boolean;
  /** How many a run begins with, where that was timed. */
  readonly threads?: EngineCheck['threads'] | undefined;
}

async function start(
  candidate: EngineCandidate,
  configuration: Configuration,
  { isAsked = false, reason, checks, threads }: Choosing,
): Promise<ChosenEngine> {
  const lack = lackOf(candidate, configuration);
  if (lack) {
    const why = isAsked ? '' : `${reason} `;
    const otherwise = isAsked ? 'set the engine to Automatic' : 'use another browser';
    throw new LabError('no-engine', `${why}The engine ${candidate.label} ${lack.what}.`, `${lack.instead}, or ${otherwise}.`);
  }
  try {
    return { engine: await candidate.start(threads ?? undefined), reason, checks };
  } catch (cause) {
    if (isPartMissing(cause)) throw cause;
    const remedy = isAsked ? 'Set the engine to Automatic, or use another browser.' : 'Use another browser.';
    throw new LabError('no-engine', `The engine ${candidate.label} did not start: ${messageOf(cause)}.`, remedy, { cause });
  }
}

/** What of a configuration an engine does not train, and what to set instead; null where it trains it. */
function lackOf(
  { optimizers, featuresAndLosses, solves, lists }: Abilities,
  configuration: Configuration,
): { readonly what: string; readonly instead: string } | null {
  const { optimizer, loss } = configuration;
  if (loss === 'implicit') {
    return solves ? null : { what: 'does not train with iALS', instead: 'Choose another loss' };
  }
  if (!optimizers.includes(optimizer)) {
    const what = `does not train with ${formatSetting(SETTINGS.optimizer, optimizer)}`;
    return { what, instead: 'Choose another optimizer' };
  }
  if (!featuresAndLosses && configuration.loss !== 'squared') {
    const what = `does not train with the loss ${formatSetting(SETTINGS.loss, configuration.loss)}`;
    return { what, instead: 'Choose the squared loss' };
  }
  if (!lists && listWeightOf(configuration) > 0) {
    const what = 'does not learn lists';
    return { what, instead: 'Choose the aim Stars' };
  }
  if (!lists && gravityOf(configuration) > 0) {
    const what = 'does not train with gravity';
    return { what, instead: `Set “${SETTINGS.gravity.label}” to 0` };
  }
  if (!lists && (configuration.loss === 'softmax' || groupSize(configuration) > 2)) {
    const what = 'does not learn from groups of more than two movies';
    return { what, instead: 'Choose the loss BPR with one negative' };
  }
  const [first] = FEATURES.filter((name) => configuration[name]);
  if (featuresAndLosses || first === undefined) return null;
  const what = `does not train with ${SETTINGS[first].label.toLowerCase()}`;
  return { what, instead: 'Switch the features off' };
}

function reasonFor(best: string | undefined, checks: readonly EngineCheck[], candidates: readonly EngineCandidate[]): string {
  const failed = checks.filter((check) => !isRight(check));
  if (best === undefined)
    return `Faster engines do not work here: ${failed.map(({ label, problem }) => `${label}: ${problem}`).join(' ')}`;
  if (checks.length > 1) return `The fastest of ${checks.length} engines tried on this data.`;
  if (!candidates.some(({ name }) => GPU.includes(name))) return 'The fastest engine that trains this model.';
  const noGpu = candidates.flatMap(({ name, drawback }) => (GPU.includes(name) && drawback !== null ? [drawback] : []));
  return ['The fastest engine of this browser.', ...noGpu].join(' ');
}
