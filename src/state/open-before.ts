import type { FittedRun } from '../cells/train/contract.ts';
import { isBusy } from '../core/cell-machine.ts';
import type { DataSummary } from '../core/data-summary.ts';
import { type Configuration, SETTING_NAMES, SETTINGS } from '../core/hyperparameters.ts';
import { RUN_LOCK_PREFIX } from '../core/kept-run.ts';
import { isBaseline } from '../core/model-name.ts';
import { formatSetting } from '../core/settings/format.ts';
import { sanitise } from '../core/settings/sanitise.ts';
import { choiceOf } from './data-choice.ts';
import type { Notebook } from './notebook.ts';
import type { NotebookState } from './notebook-state.ts';
import { selectConfiguration } from './selectors.ts';

const KEY = 'matinee.open';

/** The part of sessionStorage that is used: it lasts as long as the tab. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * What was open in this tab: a kept file and a kept run, by their ids, a model of which nothing is kept but how it was fitted, and the run that was
 * going.
 */
interface Open {
  readonly file: string | null;
  readonly run: string | null;
  readonly fit: RememberedFit | null;
  readonly going: GoingRun | null;
}

interface GoingRun {
  /** Null until it had one. */
  readonly id: string | null;
  /** What the page calls its model. */
  readonly model: string;
}

interface RememberedFit extends FittedRun {
  /** Tells the data that it was fitted to. */
  readonly data: string;
}

/** What was open before; null where nothing is known of it. */
export function read(open: () => TabStorage): Open | null {
  try {
    const kept: unknown = JSON.parse(open().getItem(KEY) ?? 'null');
    const { file = null, run = null, fit = null, going = null } = (kept ?? {}) as Partial<Record<keyof Open, unknown>>;
    return { file: asId(file), run: asId(run), fit: asFit(fit), going: asGoing(going) };
  } catch {
    return null;
  }
}

const asId = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function asGoing(value: unknown): GoingRun | null {
  const { id = null, model } = (value ?? {}) as Partial<Record<keyof GoingRun, unknown>>;
  return typeof model === 'string' ? { id: asId(id), model } : null;
}

/**
 * What to say of the run that was going when this tab left the page, before `remember`; null where there was none, where it can be taken up, and
 * where another tab, of which this one is a copy, goes on with it.
 */
export async function lostWords(open: () => TabStorage, { store }: Pick<Notebook, 'store'>): Promise<string | null> {
  const going = read(open)?.going ?? null;
  if (going === null || (await isSomewhere(going.id, store))) return null;
  return `The page was left during a run (${going.model}) before any of it was saved, so the run is lost. Train again to repeat it.`;
}

/** What to say after a reload where the model that was in use is nowhere; null where there was none, and of a fit, which is made again or said elsewhere. */
export async function goneWords({ run, fit }: Open, { store }: Pick<Notebook, 'store'>): Promise<string | null> {
  if (run === null || fit !== null || (await isSomewhere(run, store))) return null;
  return 'The page was reloaded, and the model in use was not kept in the browser. If it came from a file, open that file again.';
}

/** Whether a run is kept, or another tab has it. */
async function isSomewhere(run: string | null, store: Notebook['store']): Promise<boolean> {
  if (store.getState().training.kept.some(({ id }) => id === run)) return true;
  const { held = [] } = (await navigator.locks?.query().catch(() => null)) ?? {};
  return held.some(({ name }) => name === RUN_LOCK_PREFIX + run);
}

function asFit(value: unknown): RememberedFit | null {
  const { id, configuration, seconds, data } = (value ?? {}) as Partial<Record<keyof RememberedFit, unknown>>;
  if (typeof id !== 'string' || typeof seconds !== 'number' || typeof data !== 'string') return null;
  const given = (configuration ?? {}) as Record<string, unknown>;
  const settings = SETTING_NAMES.map((name) => [name, sanitise(name, given[name])] as const);
  if (settings.some(([, setting]) => setting === undefined)) return null;
  const known = Object.fromEntries(settings) as unknown as Configuration;
  return isBaseline(known.model) ? { id, configuration: known, seconds, data } : null;
}

/** Whether a fit was one to the data that is loaded. */
export function isOfLoaded({ data }: RememberedFit, { store }: Pick<Notebook, 'store'>): boolean {
  const { summary } = store.getState().data;
  return summary !== null && keyOf(summary) === data;
}

/** By what `isSameData` goes by. */
const keyOf = ({ name, sha256, ratings, layout, added = [] }: DataSummary): string =>
  JSON.stringify([name, sha256, ratings, layout, added.map(({ fingerprint }) => fingerprint)]);

/** Remembers from now on what is open. */
export function remember({ store }: Pick<Notebook, 'store'>, open: () => TabStorage): void {
  let fit: RememberedFit | null = null;
  const write = (): void => {
    const { data, kept, training } = store.getState();
    const choice = data.summary && choiceOf(data.summary, kept.sets);
    const file = choice !== null && typeof choice === 'object' && 'id' in choice ? choice.id : null;
    fit = fitOf(training, fit);
    const state: Open = { file, run: training.inUse?.runId ?? null, fit, going: goingOf(store.getState()) };
    open().setItem(KEY, JSON.stringify(state));
  };
  try {
    write();
    store.subscribe((now, before) => {
      const isOther = now.data.summary !== before.data.summary || now.kept.sets !== before.kept.sets;
      const [is, was] = [now.training, before.training];
      const isTurn = is.run !== was.run || is.start !== was.start || is.summary !== was.summary || is.inUse !== was.inUse;
      if (isOther || isTurn) write();
    });
  } catch {
    // Without storage a reload starts anew.
  }
}

function goingOf(state: NotebookState): GoingRun | null {
  const { run, start } = state.training;
  if (!isBusy(run)) return null;
  const { model } = start?.configuration ?? selectConfiguration(state);
  return { id: start?.runId ?? null, model: formatSetting(SETTINGS.model, model) };
}

/** The fit that is in use, once it has ended; `before` is the one that was known until now. */
function fitOf({ inUse, start, summary }: NotebookState['training'], before: RememberedFit | null): RememberedFit | null {
  if (!inUse || !isBaseline(inUse.configuration.model)) return null;
  const { runId: id, configuration, data } = inUse;
  if (before?.id === id) return before;
  return start?.runId === id && summary ? { id, configuration, data: keyOf(data), seconds: summary.seconds } : null;
}
