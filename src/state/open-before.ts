import type { FittedRun } from '../cells/train/contract.ts';
import type { DataSummary } from '../core/data-summary.ts';
import { type Configuration, SETTING_NAMES } from '../core/hyperparameters.ts';
import { isBaseline } from '../core/model-name.ts';
import { sanitise } from '../core/settings/sanitise.ts';
import { choiceOf } from './data-choice.ts';
import type { Notebook } from './notebook.ts';
import type { NotebookState } from './notebook-state.ts';

const KEY = 'matinee.open';

/** The part of sessionStorage that is used: it lasts as long as the tab. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What was open in this tab: a kept file and a kept run, by their ids, and a model of which nothing is kept but how it was fitted. */
interface Open {
  readonly file: string | null;
  readonly run: string | null;
  readonly fit: RememberedFit | null;
}

interface RememberedFit extends FittedRun {
  /** Tells the data that it was fitted to. */
  readonly data: string;
}

/** What was open before; null where nothing is known of it. */
export function read(open: () => TabStorage): Open | null {
  try {
    const kept: unknown = JSON.parse(open().getItem(KEY) ?? 'null');
    const { file = null, run = null, fit = null } = (kept ?? {}) as Partial<Record<keyof Open, unknown>>;
    return { file: asId(file), run: asId(run), fit: asFit(fit) };
  } catch {
    return null;
  }
}

const asId = (value: unknown): string | null => (typeof value === 'string' ? value : null);

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
    const state: Open = { file, run: training.inUse?.runId ?? null, fit };
    open().setItem(KEY, JSON.stringify(state));
  };
  try {
    write();
    store.subscribe((now, before) => {
      const isOther = now.data.summary !== before.data.summary || now.kept.sets !== before.kept.sets;
      const isFitted = now.training.summary !== before.training.summary;
      if (isOther || isFitted || now.training.inUse !== before.training.inUse) write();
    });
  } catch {
    // Without storage a reload starts anew.
  }
}

/** The fit that is in use, once it has ended; `before` is the one that was known until now. */
function fitOf({ inUse, start, summary }: NotebookState['training'], before: RememberedFit | null): RememberedFit | null {
  if (!inUse || !isBaseline(inUse.configuration.model)) return null;
  const { runId: id, configuration, data } = inUse;
  if (before?.id === id) return before;
  return start?.runId === id && summary ? { id, configuration, data: keyOf(data), seconds: summary.seconds } : null;
}
