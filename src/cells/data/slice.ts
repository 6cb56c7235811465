import { isBusy, READY } from '../../core/cell-machine.ts';
import { type Cleaning, isUncleaned, UNCLEANED } from '../../core/clean/cleaning.ts';
import type { Answers } from '../../core/data-source.ts';
import { LabError, type LabErrorData } from '../../core/errors.ts';
import type { LoadProgress } from '../../core/load-progress.ts';
import { grouplensFile } from '../../core/releases.ts';
import { clip } from '../../state/address/clip.ts';
import {
  type AddressedData,
  type DataChoice,
  ML_1M,
  nameOf,
  parseNamedData,
  sourceNameOf,
  sourceOf,
} from '../../state/data-choice.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectNamedData } from '../../state/selectors.ts';
import { defineSlice } from '../../state/slice.ts';
import { CLEANING_NAMES, readCleaning, writeCleaning } from './cleaning-address.ts';
import type { DataCalls } from './contract.ts';
import { createKeeping } from './keeping.ts';

const DATA = {
  run: READY,
  progress: null,
  wanted: 'bundled',
  answers: {},
  loadedAnswers: {},
  cleaning: UNCLEANED,
  loaded: null,
  summary: null,
  source: 'bundled',
  asked: false,
} as const;

const KEPT = { run: READY, sets: [], room: null, mayKeepOwn: null };

const INITIAL: Pick<NotebookState, 'data' | 'kept' | 'agreed'> = { data: DATA, kept: KEPT, agreed: [] };

export const dataSlice = defineSlice(INITIAL, (kit) => {
  const { getState, setState, run, dispatch, undoable, landmark, actions, urls } = kit;
  const calls = kit.calls<DataCalls>('data');
  const keeping = createKeeping(kit, calls);
  let loading: AbortController | null = null;
  /** The file that an address without its name stands for: the last that this page has loaded. */
  let lastFile: { readonly choice: DataChoice; readonly answers: Answers } | null = null;
  let asksForFile = false;
  /** The kept file that was loaded before a reload. */
  let fileBefore: string | null = null;

  const load = async (wanted: DataChoice = getState().data.wanted, answers: Answers = {}): Promise<void> => {
    const choice = (wanted === 'ml-1m' ? keeping.ml1m() : null) ?? wanted;
    setState(({ data }) => ({ data: { ...data, wanted: choice, answers, source: sourceNameOf(choice), progress: null } }));
    loading = new AbortController();
    const { signal } = loading;
    await run('data', async (isNewest) => {
      try {
        const { cleaning } = getState().data;
        const source = { ...sourceOf(choice, urls, answers), ...(!isUncleaned(cleaning) && { cleaning }) };
        const onProgress = (progress: LoadProgress): void => setState(({ data }) => ({ data: { ...data, progress } }));
        const summary = await calls.load({ source }, { onProgress, signal });
        if (!isNewest()) return;
        setState(({ data }) => ({ data: { ...data, loaded: choice, loadedAnswers: answers, summary, progress: null } }));
        if (nameOf(choice) === 'file') lastFile = { choice, answers };
        keeping.keep(choice, answers);
      } catch (thrown) {
        if (!(thrown instanceof LabError && thrown.code === 'cancelled')) throw thrown;
        if (isNewest()) goBack();
      }
    });
  };

  const setCleaning = (cleaning: Cleaning): void => setState(({ data }) => ({ data: { ...data, cleaning } }));

  /** After a load that was cancelled, or failed and is given up: what was there before is there still. */
  const goBack = (): void => {
    const { loaded, loadedAnswers: answers, summary } = getState().data;
    const cleaning = summary?.cleaning ?? UNCLEANED;
    if (loaded === null) dispatch('data', { kind: 'reset' });
    else
      setState(({ data }) => ({
        data: { ...data, wanted: loaded, answers, cleaning, source: sourceNameOf(loaded), progress: null },
      }));
  };

  const leaveQuestion = (): void => {
    if (getState().data.run.phase !== 'failed') return;
    dispatch('data', { kind: 'dismiss' });
    goBack();
  };

  /** Loads the same ratings anew, and adds to them who was added before. */
  const withPeople = async (loadAnew: () => Promise<void>): Promise<void> => {
    const { people } = getState().person;
    await loadAnew();
    if (getState().data.run.phase !== 'done') return;
    await actions.addPeople(people).catch((thrown) => run('data', () => Promise.reject(thrown)));
  };

  const bringBackData = async (error: LabErrorData): Promise<boolean> => {
    const { run: before, loaded, wanted, answers, loadedAnswers, summary } = getState().data;
    if (summary) setCleaning(summary.cleaning ?? UNCLEANED);
    const isOther = loaded !== null && loaded !== wanted;
    await withPeople(() => load(loaded ?? wanted, loaded === null ? answers : loadedAnswers));
    const isBack = getState().data.run.phase === 'done';
    if (!isBack || !isOther || !isBusy(before)) return isBack;
    setState(({ data }) => ({ data: { ...data, wanted, source: sourceNameOf(wanted) } }));
    await run('data', () => Promise.reject(new LabError(error.code, error.message, error.remedy)));
    return true;
  };

  /** An address says that there was a file, not which. */
  const loadFile = async (): Promise<void> => {
    asksForFile = true;
    if (lastFile === null) await keeping.find();
    if (!asksForFile) return;
    asksForFile = false;
    const choice = lastFile?.choice ?? keeping.found(({ id }) => id === fileBefore);
    if (choice) return await load(choice, lastFile?.answers);
    actions.tellAddressProblem({ group: 'data', message: FILE_MISSING });
    if (getState().data.summary === null) await load('bundled');
  };

  /** What an address names is loaded, but nothing is fetched from elsewhere unasked: the menu then shows how to get it. */
  const loadNamed = async (named: AddressedData): Promise<void> => {
    if (named === 'file') return await loadFile();
    setState(({ data }) => ({ data: { ...data, asked: named === 'ml-1m' } }));
    if (named !== 'ml-1m') return await load(named);
    await keeping.find();
    if (!getState().data.asked) return;
    const kept = keeping.ml1m();
    if (kept) setState(({ data }) => ({ data: { ...data, asked: false } }));
    if (kept) return await load(kept);
    if (getState().data.summary === null) await load('bundled');
    setState(({ data }) => ({ data: { ...data, source: data.asked ? 'ml-1m' : data.source } }));
  };

  /** Whoever chooses knows better than the address by now. */
  const forgetAddress = (): void => {
    asksForFile = false;
    setState(({ data }) => ({ data: { ...data, asked: false } }));
    actions.dismissAddressProblems('data');
  };

  const choose = (choice?: DataChoice, cleaning?: Cleaning): Promise<void> => {
    if (choice) forgetAddress();
    if (choice) landmark();
    if (cleaning) setCleaning(cleaning);
    return load(choice);
  };

  const clean = (change: Partial<Cleaning>): Promise<void> => {
    const { run: current, cleaning, loaded, wanted, answers, loadedAnswers } = getState().data;
    const isWanted = isBusy(current) || loaded === null;
    setCleaning({ ...cleaning, ...change });
    return isWanted ? load(wanted, answers) : withPeople(() => load(loaded, loadedAnswers));
  };

  /** Before the first load the address only says what that will be. */
  const goTo = (named: AddressedData, cleaning: Cleaning): void => {
    const isSame = named === selectNamedData(getState());
    const isClean = isSameCleaning(cleaning, getState().data.cleaning);
    if (isSame && isClean) return;
    setCleaning(cleaning);
    if (getState().data.run.phase === 'ready') {
      asksForFile = named === 'file';
      setState(({ data }) => ({ data: { ...data, wanted: named === 'file' ? 'bundled' : named } }));
    } else if (isSame) void clean({});
    else void loadNamed(named);
  };

  return {
    actions: {
      start: async (fileId = null) => {
        const { wanted } = getState().data;
        fileBefore = fileId;
        await (asksForFile ? loadFile() : typeof wanted === 'string' ? loadNamed(wanted) : load(wanted));
        void keeping.find();
      },
      load: choose,
      async clean(change) {
        const { cleaning: before, loaded } = getState().data;
        actions.dismissAddressProblems('data');
        await clean(change);
        const { run: ended, cleaning: after } = getState().data;
        const put = async (cleaning: Cleaning, instead: Cleaning): Promise<boolean> => {
          const { data, training } = getState();
          if (!isSameCleaning(data.cleaning, instead) || data.loaded !== loaded) return false;
          if (isBusy(training.run))
            throw new LabError('busy', 'The ratings cannot change during a training run.', 'Stop the run first.');
          await clean(cleaning);
          return true;
        };
        if (ended.phase !== 'done' || isSameCleaning(before, after)) return;
        undoable({ words: 'The ratings that count have changed.', before, after, put });
      },
      async openPicked(gather) {
        try {
          const file = await gather();
          if (file) await choose(file);
        } catch (thrown) {
          await run('data', () => Promise.reject(thrown));
        }
      },
      answer: (answers) => load(getState().data.wanted, { ...getState().data.answers, ...answers }),
      previewFile: (answers) => calls.previewFile({ source: sourceOf(getState().data.wanted, urls), answers }),
      cancelLoad() {
        loading?.abort();
        leaveQuestion();
      },
      async alterData(change) {
        const summary = await change();
        leaveQuestion();
        setState(({ data }) => ({ data: { ...data, summary } }));
      },
      leaveQuestion,
      bringBackData,
      chooseSource: (source) => {
        const { loaded, run } = getState().data;
        const isThere = run.phase === 'done' && loaded !== null && sourceNameOf(loaded) === source;
        const choice = source === 'bundled' ? source : source === 'ml-1m' ? keeping.ml1m() : null;
        if (choice && !isThere) return void choose(choice);
        forgetAddress();
        leaveQuestion();
        setState(({ data }) => ({ data: { ...data, source } }));
      },
      download: (url) => {
        const file = grouplensFile(url);
        if (file) setState(({ agreed }) => ({ agreed: agreed.includes(file) ? agreed : [...agreed, file] }));
        return choose(file === ML_1M.file ? 'ml-1m' : { kind: 'url', url });
      },
      ...keeping.actions,
      agreeTo: (files) => setState({ agreed: files }),
      tablePage: (query, from, count) => calls.tablePage({ query, from, count }),
      describeData: () => calls.describeData(),
    },
    address: {
      names: ['data', ...CLEANING_NAMES],
      open(entries) {
        const text = entries.get('data') ?? 'bundled';
        const named = text === 'file' ? text : parseNamedData(text);
        const { cleaning, problems } = readCleaning(entries);
        goTo(named ?? 'bundled', cleaning);
        return named ? problems : [{ group: 'data', message: unknownData(text) }, ...problems];
      },
      write(state) {
        const named = selectNamedData(state);
        return { ...(named !== 'bundled' && { data: named }), ...writeCleaning(state.data.cleaning) };
      },
    },
  };
});

const isSameCleaning = (a: Cleaning, b: Cleaning): boolean => JSON.stringify(a) === JSON.stringify(b);

const FILE_MISSING =
  'The address was made with a file of ratings, which is not part of an address. Open that file here; until then other ratings are shown.';

const unknownData = (text: string): string =>
  `The address asks for the data set “${clip(text)}”, which is not one of bundled, ml-1m, synthetic-100k, synthetic-1m, synthetic-10m or synthetic-USERSxMOVIESxRATINGS; bundled is loaded.`;
