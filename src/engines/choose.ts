import type { EngineCheck } from '../core/engine-check.ts';
import { LabError } from '../core/errors.ts';
import { isPartMissing } from '../core/fetch-part.ts';
import { type Configuration, type EngineChoice, gravityOf, listWeightOf, SETTINGS } from '../core/hyperparameters.ts';
import { groupSize } from '../core/loss.ts';
import { formatSetting } from '../core/settings/format.ts';
import { FEATURES } from '../models/vectors.ts';
import type { EngineCandidate } from './candidates.ts';
import type { ChosenEngine, Engine } from './engine.ts';
import { unlessLost, whenLost } from './engine-lost.ts';
import { selfTest } from './self-test.ts';
import { describeWorkload, type Rated, type StepTiming, timeSteps, type Workload } from './time-steps.ts';

/** Knows the engines of this machine, and picks one. */
export interface EngineChooser {
  /**
   * Starts the engine asked for; for `auto` the fastest of those that are right, by trying them. Throws a LabError where none
   * starts or has the optimizer.
   */
  choose(choice: EngineChoice, workload: Workload): Promise<ChosenEngine>;
  /** Tries every engine, the slow ones too; tells of each as soon as it is known. */
  compare(workload: Workload, onCheck: (check: EngineCheck) => void): Promise<void>;
}

/** The plain-JavaScript engine is never fallen back to: it would look like a page that hangs. */
const LAST_RESORT = 'wasm';

const GPU: readonly EngineCheck['name'][] = ['webgpu', 'webgl'];

/** `listed`: the candidates, which may be a while in coming: a GPU is asked for its name. */
export function createChooser(listed: Promise<readonly EngineCandidate[]>): EngineChooser {
  // In turn: TensorFlow.js has one backend at a time, and a step that is timed wants the machine for itself.
  let latest: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = latest.then(work);
    latest = turn.catch(() => undefined);
    return turn;
  };
  const check = rememberingCheck();

  async function checkAll(candidates: readonly EngineCandidate[], workload: Workload, onMissing: (cause: unknown) => void) {
    const checks: EngineCheck[] = [];
    for (const candidate of candidates) {
      if (candidate.drawback !== null) continue;
      const checking = check(candidate, workload);
      checking.catch(onMissing);
      checks.push(await orFailed(candidate, checking));
    }
    return checks;
  }

  /** What is asked for is started untried, but that the number of its threads is chosen by timing. */
  async function chooseNamed(candidate: EngineCandidate, workload: Workload): Promise<ChosenEngine> {
    const checks = candidate.threaded ? [await check(candidate, workload)] : [];
    const timed = checks.map(timingWords).join('');
    const { engine } = await start(candidate, workload.configuration, '', [], checks[0] && threadsOf(checks[0]));
    return { engine, reason: `Chosen in the settings.${timed}`, checks };
  }

  async function choose(choice: EngineChoice, workload: Workload): Promise<ChosenEngine> {
    const { configuration } = workload;
    const candidates = await listed;
    const candidateOf = (name: EngineCheck['name']): EngineCandidate =>
      candidates.find((candidate) => candidate.name === name) as EngineCandidate;
    if (choice !== 'auto') return await chooseNamed(candidateOf(choice), workload);
    const missing: unknown[] = [];
    const results = await checkAll(candidates, workload, (cause) => missing.push(cause));
    const right = results.filter(isRight).sort(bySpeed);
    // One that was right may be gone by now, as a GPU whose context was lost.
    for (const best of right) {
      const reason = reasonFor(best.name, results, candidates) + timingWords(best);
      const started = start(candidateOf(best.name), configuration, reason, results, threadsOf(best));
      const chosen = await started.catch(() => null);
      if (chosen) return chosen;
    }
    const lastResort = candidateOf(LAST_RESORT);
    // What trains this comes when the network is back.
    if (missing.length > 0 && lackOf(lastResort, configuration)) throw missing[0];
    return await start(lastResort, configuration, reasonFor(undefined, results, candidates), results);
  }

  return {
    choose: (choice, workload) => inTurn(() => choose(choice, workload)),
    compare: (workload, onCheck) =>
      inTurn(async () => {
        for (const candidate of await listed) onCheck(await orFailed(candidate, checkCandidate(candidate, workload, testEngine)));
      }),
  };
}

type Check = (candidate: EngineCandidate, workload: Workload) => Promise<EngineCheck>;

/** An engine is tested once, and timed once for each kind of work on the same ratings. */
function rememberingCheck(): Check {
  const tests = new Map<EngineCandidate, ReturnType<typeof selfTest>>();
  const known = new WeakMap<Rated, Map<string, Promise<EngineCheck>>>();
  return (candidate, workload) => {
    const test: typeof selfTest = (engine) => remember(tests, candidate, () => testEngine(engine));
    const ofRatings = known.get(workload.rated) ?? new Map<string, Promise<EngineCheck>>();
    known.set(workload.rated, ofRatings);
    return remember(ofRatings, candidate.name + describeWorkload(workload), () => checkCandidate(candidate, workload, test));
  };
}

/** What fails is not remembered: it may go through the next time. */
function remember<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, find: () => Promise<Value>): Promise<Value> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

const testEngine: typeof selfTest = (engine) => whileThere(engine, selfTest(engine));

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
  thrown instanceof LabError && thrown.code === 'engine-lost'
    ? thrown.message
    : `It did not start: ${thrown instanceof Error ? thrown.message : thrown}.`;

/** What an engine's check comes to, also where its code did not arrive. */
const orFailed = (candidate: EngineCandidate, check: Promise<EngineCheck>): Promise<EngineCheck> =>
  check.catch((thrown) => ({ ...untried(candidate), problem: failureWords(thrown) }));

/** Throws a LabError of code `part-missing` where the engine's code does not arrive; what else is wrong is part of the check. */
async function checkCandidate(candidate: EngineCandidate, workload: Workload, test: typeof selfTest): Promise<EngineCheck> {
  const { name } = candidate;
  const unknown = untried(candidate);
  const lack = lackOf(candidate, workload.configuration);
  if (lack) return { ...unknown, problem: `It ${lack.what}.` };
  try {
    const engine = await candidate.start();
    const { error, problem } = await test(engine);
    if (problem !== null) return { ...unknown, error, problem };
    const timings = await whileThere(engine, timeSteps(engine, workload));
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
    if (isPartMissing(thrown)) throw thrown;
    // Steps are timed on made-up stars. Whether those of the run have a solution is for the run to say.
    if (thrown instanceof LabError && thrown.code === 'diverged') return { ...unknown, problem: null };
    return { ...unknown, problem: failureWords(thrown) };
  }
}

/** By ascending number of threads. More are taken if they save any time at all: what disturbs a timing disturbs more threads more. */
function bestTiming(timings: readonly StepTiming[]): StepTiming {
  return timings.reduce((best, timing) => (timing.milliseconds < best.milliseconds ? timing : best));
}

const threadsOf = ({ threads }: EngineCheck): number | undefined => threads ?? undefined;

/** How its number of threads was found, as a further sentence. */
function timingWords({ byThreads }: EngineCheck): string {
  if (byThreads.length < 2) return '';
  const each = byThreads.map(({ threads, ratingsPerSecond }) => `${threads}: ${(ratingsPerSecond / 1e6).toFixed(2)}`);
  return ` Measured million ratings per second, by number of threads: ${each.join(', ')}.`;
}

const isRight = ({ problem }: EngineCheck): boolean => problem === null;

/** Those that were not timed come last. */
const bySpeed = (a: EngineCheck, b: EngineCheck): number => (b.ratingsPerSecond ?? 0) - (a.ratingsPerSecond ?? 0);

async function start(
  candidate: EngineCandidate,
  configuration: Configuration,
  reason: string,
  checks: readonly EngineCheck[],
  threads?: number,
): Promise<ChosenEngine> {
  const lack = lackOf(candidate, configuration);
  if (lack) {
    const why = checks.length > 0 ? ` ${reason}` : '';
    throw new LabError('no-engine', `The engine ${candidate.label} ${lack.what}.${why}`, lack.remedy);
  }
  try {
    return { engine: await candidate.start(threads), reason, checks };
  } catch (cause) {
    if (isPartMissing(cause)) throw cause;
    const message = `The engine ${candidate.label} did not start: ${cause instanceof Error ? cause.message : cause}.`;
    throw new LabError('no-engine', message, 'Set the engine to Automatic, or use another browser.', { cause });
  }
}

/** What of a configuration an engine does not train, and what to do then; null where it trains it. */
function lackOf(
  { optimizers, featuresAndLosses, solves, lists }: EngineCandidate,
  configuration: Configuration,
): { readonly what: string; readonly remedy: string } | null {
  const { optimizer, loss } = configuration;
  if (loss === 'implicit') {
    return solves ? null : { what: 'does not train with iALS', remedy: 'Set the engine to Automatic.' };
  }
  if (!optimizers.includes(optimizer)) {
    const what = `does not train with ${formatSetting(SETTINGS.optimizer, optimizer)}`;
    return { what, remedy: 'Choose another optimizer, or set the engine to Automatic.' };
  }
  if (!featuresAndLosses && configuration.loss !== 'squared') {
    const what = `does not train with the loss ${formatSetting(SETTINGS.loss, configuration.loss)}`;
    return { what, remedy: 'Choose the squared loss, or set the engine to Automatic.' };
  }
  if (!lists && listWeightOf(configuration) > 0) {
    const what = 'does not learn lists';
    return { what, remedy: 'Choose the aim Stars, or set the engine to Automatic.' };
  }
  if (!lists && gravityOf(configuration) > 0) {
    const what = 'does not train with gravity';
    return { what, remedy: `Set “${SETTINGS.gravity.label}” to 0, or set the engine to Automatic.` };
  }
  if (!lists && (configuration.loss === 'softmax' || groupSize(configuration) > 2)) {
    const what = 'does not learn from groups of more than two movies';
    return { what, remedy: 'Choose the loss BPR with one negative, or set the engine to Automatic.' };
  }
  const [first] = FEATURES.filter((name) => configuration[name]);
  if (featuresAndLosses || first === undefined) return null;
  const what = `does not train with ${SETTINGS[first].label.toLowerCase()}`;
  return { what, remedy: 'Switch the features off, or set the engine to Automatic.' };
}

function reasonFor(best: string | undefined, checks: readonly EngineCheck[], candidates: readonly EngineCandidate[]): string {
  const failed = checks.filter((check) => !isRight(check));
  if (best === undefined)
    return `Faster engines do not work here: ${failed.map(({ label, problem }) => `${label}: ${problem}`).join(' ')}`;
  if (checks.length > 1) return `The fastest of ${checks.length} engines tried on this data.`;
  const noGpu = candidates.flatMap(({ name, drawback }) => (GPU.includes(name) && drawback !== null ? [drawback] : []));
  return ['The fastest engine of this browser.', ...noGpu].join(' ');
}
