import type { EngineCheck } from '../core/engine-check.ts';
import { LabError } from '../core/errors.ts';
import { isPartMissing } from '../core/fetch-part.ts';
import { type Configuration, type EngineChoice, SETTINGS } from '../core/hyperparameters.ts';
import { formatSetting } from '../core/stale.ts';
import { FEATURES } from '../models/vectors.ts';
import type { ChosenEngine } from './engine.ts';
import type { EngineOffer } from './offers.ts';
import { selfTest } from './self-test.ts';
import { timeSteps, type Workload } from './time-steps.ts';

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

/** `listed`: the offers, which may be a while in coming: a GPU is asked for its name. */
export function createChooser(listed: Promise<readonly EngineOffer[]>): EngineChooser {
  // In turn: TensorFlow.js has one backend at a time, and a step that is timed wants the machine for itself.
  let latest: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = latest.then(work);
    latest = turn.catch(() => undefined);
    return turn;
  };
  const known = new Map<string, Promise<readonly EngineCheck[]>>();

  /** The checks that an automatic choice goes by: once for each kind and size of work, since engines differ in what they are good at. */
  function checks(offers: readonly EngineOffer[], workload: Workload): Promise<readonly EngineCheck[]> {
    const { configuration, users, movies } = workload;
    const kind = [
      configuration.model,
      configuration.loss,
      configuration.optimizer,
      users,
      movies,
      ...FEATURES.filter((name) => configuration[name]),
    ].join(' ');
    // What could not be fetched now may be there the next time.
    const found = known.get(kind) ?? checkAll(offers, workload, () => known.delete(kind));
    known.set(kind, found);
    return found;
  }

  async function choose(choice: EngineChoice, workload: Workload): Promise<ChosenEngine> {
    const { configuration } = workload;
    const offers = await listed;
    const offerOf = (name: EngineCheck['name']): EngineOffer => offers.find((offer) => offer.name === name) as EngineOffer;
    if (choice !== 'auto') return await start(offerOf(choice), configuration, 'Chosen in the settings.', []);
    const results = await checks(offers, workload);
    const right = results.filter(isRight).sort((a, b) => a.millisecondsPerStep - b.millisecondsPerStep);
    // One that was right may be gone by now, as a GPU whose context was lost.
    for (const { name } of right) {
      const chosen = await start(offerOf(name), configuration, reasonFor(name, results, offers), results).catch(() => null);
      if (chosen) return chosen;
    }
    return await start(offerOf(LAST_RESORT), configuration, reasonFor(undefined, results, offers), results);
  }

  return {
    choose: (choice, workload) => inTurn(() => choose(choice, workload)),
    compare: (workload, onCheck) =>
      inTurn(async () => {
        for (const offer of await listed) onCheck(await check(offer, workload));
      }),
  };
}

async function checkAll(
  offers: readonly EngineOffer[],
  workload: Workload,
  onMissing: () => void,
): Promise<readonly EngineCheck[]> {
  const checks: EngineCheck[] = [];
  for (const offer of offers) if (offer.drawback === null) checks.push(await check(offer, workload, onMissing));
  return checks;
}

async function check(offer: EngineOffer, workload: Workload, onMissing = (): void => {}): Promise<EngineCheck> {
  const { name, label } = offer;
  const unknown = { name, label, error: null, millisecondsPerStep: null, ratingsPerSecond: null };
  const lack = lackOf(offer, workload.configuration);
  if (lack) return { ...unknown, problem: `It ${lack.what}.` };
  try {
    const engine = await offer.start();
    const { error, problem } = await selfTest(engine);
    if (problem !== null) return { ...unknown, error, problem };
    const millisecondsPerStep = await timeSteps(engine, workload);
    const ratingsPerSecond = (workload.configuration.batchSize / millisecondsPerStep) * 1000;
    return { name, label: engine.label, problem, error, millisecondsPerStep, ratingsPerSecond };
  } catch (thrown) {
    if (isPartMissing(thrown)) onMissing();
    return { ...unknown, problem: `It did not start: ${thrown instanceof Error ? thrown.message : thrown}.` };
  }
}

type TimedCheck = EngineCheck & { readonly millisecondsPerStep: number };

const isRight = (check: EngineCheck): check is TimedCheck => check.problem === null && check.millisecondsPerStep !== null;

async function start(
  offer: EngineOffer,
  configuration: Configuration,
  reason: string,
  checks: readonly EngineCheck[],
): Promise<ChosenEngine> {
  const lack = lackOf(offer, configuration);
  if (lack) {
    const why = checks.length > 0 ? ` ${reason}` : '';
    throw new LabError('no-engine', `The engine ${offer.label} ${lack.what}.${why}`, lack.remedy);
  }
  try {
    return { engine: await offer.start(), reason, checks };
  } catch (cause) {
    if (isPartMissing(cause)) throw cause;
    const message = `The engine ${offer.label} did not start: ${cause instanceof Error ? cause.message : cause}.`;
    throw new LabError('no-engine', message, 'Set the engine to automatic, or use another browser.', { cause });
  }
}

/** What of a configuration an engine does not train, and what to do then; null where it trains it. */
function lackOf(
  { optimizers, features }: EngineOffer,
  configuration: Configuration,
): { readonly what: string; readonly remedy: string } | null {
  const { optimizer } = configuration;
  if (!optimizers.includes(optimizer)) {
    const what = `does not train with ${formatSetting(SETTINGS.optimizer, optimizer)}`;
    return { what, remedy: 'Take another optimizer, or let the engine be chosen automatically.' };
  }
  if (!features && configuration.loss !== 'squared') {
    const what = `does not train with the loss ${formatSetting(SETTINGS.loss, configuration.loss)}`;
    return { what, remedy: 'Take the squared error, or let the engine be chosen automatically.' };
  }
  const [first] = FEATURES.filter((name) => configuration[name]);
  if (features || first === undefined) return null;
  const what = `does not train with ${SETTINGS[first].label.toLowerCase()}`;
  return { what, remedy: 'Switch the features off, or let the engine be chosen automatically.' };
}

function reasonFor(best: string | undefined, checks: readonly EngineCheck[], offers: readonly EngineOffer[]): string {
  const failed = checks.filter((check) => !isRight(check));
  if (best === undefined)
    return `The faster ones are out of the question: ${failed.map(({ label, problem }) => `${label}: ${problem}`).join(' ')}`;
  if (checks.length > 1) return `The fastest of ${checks.length} that were tried on this data.`;
  const noGpu = offers.flatMap(({ name, drawback }) => (GPU.includes(name) && drawback !== null ? [drawback] : []));
  return noGpu.join(' ') || 'The only one that was worth trying.';
}
