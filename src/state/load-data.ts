import type { StoreApi } from 'zustand/vanilla';
import { isBusy } from '../core/cell-machine.ts';
import type { Answers } from '../core/data-source.ts';
import { LabError, type LabErrorData } from '../core/errors.ts';
import type { KeptData } from '../core/kept.ts';
import { grouplensFile, releaseOf } from '../core/releases.ts';
import type { DataSummary, Lab } from '../lab/protocol.ts';
import {
  type DataChoice,
  type KeptChoice,
  ML_1M,
  type NamedData,
  type PageUrls,
  type SourceName,
  sourceNameOf,
  sourceOf,
} from './data-choice.ts';
import type { NotebookState } from './notebook-state.ts';
import type { RunCell } from './run-cell.ts';

/** What may be done about the data: part of the notebook's actions. */
export interface DataActions {
  /** Loads the named data that the notebook opens with, and finds out what is kept. */
  start(): Promise<void>;
  /** Loads what is chosen; without a choice, what was chosen last. */
  load(choice?: DataChoice): Promise<void>;
  /** Answers what the last load asked, and loads with that. */
  answer(answers: Answers): Promise<void>;
  cancelLoad(): Promise<void>;
  /** Turns to an entry of the menu. Loads it where that asks nobody outside of this page. */
  chooseSource(source: SourceName): void;
  /** Fetches a file at an address that the visitor has asked for, and agreed to the terms of, where it is GroupLens'. */
  download(url: string): Promise<void>;
  forgetKept(id: string): Promise<void>;
}

interface DataParts {
  readonly store: StoreApi<NotebookState>;
  readonly lab: Lab;
  readonly urls: PageUrls;
  readonly setCell: RunCell;
  /** Called when other data is there. */
  readonly onLoaded: (summary: DataSummary, isFirst: boolean) => void;
}

export function createDataActions({ store, lab, urls, setCell, onLoaded }: DataParts) {
  const { getState, setState } = store;

  const load = async (wanted: DataChoice = getState().data.wanted, answers: Answers = {}): Promise<void> => {
    const choice = (wanted === 'ml-1m' ? keptMl1m() : null) ?? wanted;
    setState(({ data }) => ({ data: { ...data, wanted: choice, answers, source: sourceNameOf(choice), progress: null } }));
    await setCell('data', async (isNewest) => {
      try {
        const summary = await lab.load({ source: sourceOf(choice, urls, answers) });
        if (!isNewest()) return;
        const isFirst = getState().data.summary === null;
        setState(({ data }) => ({ data: { ...data, loaded: choice, summary, progress: null } }));
        onLoaded(summary, isFirst);
        if (isWorthKeeping(choice)) void updateKept(() => lab.keepData({}));
      } catch (thrown) {
        if (!(thrown instanceof LabError && thrown.code === 'cancelled')) throw thrown;
        if (isNewest()) goBack();
      }
    });
  };

  /** After a load that was cancelled, or failed and is given up: what was there before is there still. */
  const goBack = (): void => {
    const { loaded } = getState().data;
    if (loaded === null) setCell.dispatch('data', { kind: 'reset' });
    else setState(({ data }) => ({ data: { ...data, wanted: loaded, source: sourceNameOf(loaded), progress: null } }));
  };

  /** After the lab was started anew: what was loaded is loaded again; what was on its way beside it is not, and the cell says why. Whether it is there. */
  const bringBack = async (error: LabErrorData): Promise<boolean> => {
    const { run, loaded, wanted, answers } = getState().data;
    const isOther = loaded !== null && loaded !== wanted;
    await load(loaded ?? wanted, isOther ? {} : answers);
    const isBack = getState().data.run.phase === 'done';
    if (!isBack || !isOther || !isBusy(run)) return isBack;
    setState(({ data }) => ({ data: { ...data, wanted, source: sourceNameOf(wanted) } }));
    await setCell('data', () => Promise.reject(new LabError(error.code, error.message, error.remedy)));
    return true;
  };

  const updateKept = (call: () => Promise<KeptData>): Promise<void> =>
    setCell('kept', async (isNewest) => {
      const kept = await call();
      if (isNewest()) setState((state) => ({ kept: { ...state.kept, ...kept } }));
    });

  const keptMl1m = (): KeptChoice | null => {
    const found = getState().kept.sets.find(({ sha256 }) => releaseOf(sha256) === ML_1M);
    return found ? { kind: 'kept', ...found } : null;
  };

  let listing: Promise<void> | null = null;
  const findKept = (): Promise<void> => {
    listing ??= updateKept(() => lab.keptData({}));
    return listing;
  };

  /** What an address names is loaded, but nothing is fetched from elsewhere unasked: the menu then shows how to get it. */
  const loadNamed = async (named: NamedData): Promise<void> => {
    setState(({ data }) => ({ data: { ...data, asked: named === 'ml-1m' } }));
    if (named !== 'ml-1m') return await load(named);
    await findKept();
    if (!getState().data.asked) return;
    const kept = keptMl1m();
    if (kept) setState(({ data }) => ({ data: { ...data, asked: false } }));
    if (kept) return await load(kept);
    if (getState().data.summary === null) await load('bundled');
    setState(({ data }) => ({ data: { ...data, source: data.asked ? 'ml-1m' : data.source } }));
  };

  /** Whoever chooses knows better than the address by now. */
  const forgetAddress = (): void => {
    setState(({ data, addressProblems }) => ({
      data: { ...data, asked: false },
      addressProblems: addressProblems.filter(({ group }) => group !== 'data'),
    }));
  };

  const actions: DataActions = {
    start: async () => {
      const { wanted } = getState().data;
      void findKept();
      await (typeof wanted === 'string' ? loadNamed(wanted) : load(wanted));
    },
    load: (choice) => {
      if (choice) forgetAddress();
      return load(choice);
    },
    answer: (answers) => load(getState().data.wanted, { ...getState().data.answers, ...answers }),
    cancelLoad: () => lab.cancelLoad({}),
    chooseSource: (source) => {
      const { loaded, run } = getState().data;
      const isThere = run.phase === 'done' && loaded !== null && sourceNameOf(loaded) === source;
      const choice = source === 'bundled' ? source : source === 'ml-1m' ? keptMl1m() : null;
      if (choice && !isThere) return void actions.load(choice);
      forgetAddress();
      if (run.phase === 'failed') {
        setCell.dispatch('data', { kind: 'dismiss' });
        goBack();
      }
      setState(({ data }) => ({ data: { ...data, source } }));
    },
    download: (url) => {
      const file = grouplensFile(url);
      if (file) setState(({ agreed }) => ({ agreed: agreed.includes(file) ? agreed : [...agreed, file] }));
      return actions.load(file === ML_1M.file ? 'ml-1m' : { kind: 'url', url });
    },
    forgetKept: (id) => updateKept(() => lab.forgetData({ id })),
  };
  return { actions, loadNamed, bringBack };
}

/** Not what comes with the page, is made by it or is kept already. */
const isWorthKeeping = (choice: DataChoice): boolean =>
  choice === 'ml-1m' || choice instanceof File || (typeof choice === 'object' && choice.kind === 'url');
