import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CellEvent, isBusy, READY } from '../core/cell-machine.ts';
import { isSameData } from '../core/data-source.ts';
import { type LabErrorData, toErrorData } from '../core/errors.ts';
import type { Filters } from '../core/explore/crossfilter.ts';
import type { DimensionName } from '../core/explore/dimension.ts';
import { type Configuration, type Overrides, SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import type { RawId } from '../core/ids.ts';
import type { KeptRun } from '../core/kept-run.ts';
import type { Preset } from '../core/presets.ts';
import type { StepGrain } from '../core/run.ts';
import { type DataSize, defaultsFor, sizeOf } from '../core/settings/defaults.ts';
import { sanitise } from '../core/settings/sanitise.ts';
import type { SettingGroup } from '../core/settings/setting.ts';
import type { Description } from '../core/tables/describe.ts';
import type { DataSummary, Inspection, InspectionWish, Lab, LabEvent, RunSummary, TableReport } from '../lab/protocol.ts';
import { choiceOf, type PageUrls } from './data-choice.ts';
import { followExplore } from './follow-explore.ts';
import { followSplit } from './follow-split.ts';
import { labEvent } from './lab-events.ts';
import { createDataActions, type DataActions } from './load-data.ts';
import type { NotebookState, ThemeChoice } from './notebook-state.ts';
import { withPreset } from './preset.ts';
import { planRecovery, recoveryWords } from './recovery.ts';
import { runCell } from './run-cell.ts';
import { isThereNow, selectConfiguration, selectDataSize, selectNamedData, selectUserData } from './selectors.ts';
import { type Address, withoutDefaults } from './url-hash.ts';
import { parseUserId, userTextFor } from './user-id.ts';

/** Everything a view may do; views never set state themselves. */
export interface NotebookActions extends DataActions {
  set<Name extends SettingName>(name: Name, value: Configuration[Name]): void;
  /** Sets everything that a preset decides. */
  takePreset(preset: Preset): void;
  /** Back to the model's defaults for one group of settings. */
  reset(group: SettingGroup): void;
  /** Takes over what an address says. */
  open(address: Address): void;
  setTheme(theme: ThemeChoice): void;
  /** Looks at the ratings in some bins of a dimension only; at all where there are none. */
  filterBy(name: DimensionName, bins: readonly number[]): void;
  clearFilters(): void;
  setExploreMinRatings(minRatings: number): void;
  /** Once more, where it failed. */
  retryExplore(): void;
  retrySplit(): void;
  train(): Promise<void>;
  /**
   * Takes up a kept run with its settings and its data: from now on it recommends, and where `goOn` says so it trains to its end.
   * Where the data cannot be had, the Data cell says so.
   */
  restoreRun(kept: KeptRun, goOn: boolean): Promise<void>;
  removeRun(kept: KeptRun): Promise<void>;
  /** Asks which runs of former visits are kept. */
  listKeptRuns(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** While paused: one batch, or to the end of the epoch. */
  step(grain: StepGrain): Promise<void>;
  stop(): Promise<void>;
  /** Five movies for the user whose id is typed; a problem shows in the cell. */
  recommend(userText: string): Promise<void>;
  /** Goes on to the user before or after the one that is typed, or to any. */
  pickUser(which: -1 | 1 | 'random'): Promise<void>;
  /** Tries rising learning rates with the settings as they stand; `stop` ends it. */
  findLearningRate(): Promise<void>;
  /** Tries every engine of this machine with the settings as they stand. */
  compareEngines(): Promise<void>;
  /** A look into the run that goes, else into the weights in use. Both reject with a LabError. */
  inspect(wish: InspectionWish): Promise<Inspection>;
  tables(): Promise<TableReport>;
  /** Some rows of a table of the data. Rejects with a LabError. */
  tablePage: Lab['tablePage'];
  describeData(): Promise<readonly Description[]>;
  /** The weights that recommend, as an .npz file. Rejects with a LabError. */
  weights(): Promise<Uint8Array<ArrayBuffer>>;
}

export interface Notebook {
  readonly store: StoreApi<NotebookState>;
  readonly actions: NotebookActions;
  /** To be called with every event of the lab. */
  receive(event: LabEvent): void;
  /**
   * To be called when the lab had to be started anew: brings back the data, and what was trained from the state that was kept of
   * it; a run that was going goes on.
   */
  recover(error: LabErrorData): Promise<void>;
  /** To be called when the lab as a whole is gone. */
  fail(error: LabErrorData): void;
}

const RECOMMENDED = 5;

export function createNotebook(lab: Lab, urls: PageUrls): Notebook {
  const store = createStore<NotebookState>(initialState);
  const { getState, setState } = store;
  const setCell = runCell(store);
  const retryExplore = followExplore(store, setCell, lab);
  const retrySplit = followSplit(store, setCell, lab);

  const recommend = async (userText: string): Promise<void> => {
    setState((state) => ({ recommend: { ...state.recommend, userText } }));
    if (getState().training.inUse === null) return;
    await setCell('recommend', async (isNewest) => {
      const userId = parseUserId(userText, selectUserData(getState()));
      const result = await lab.recommend({ userId, count: RECOMMENDED, minRatings: selectConfiguration(getState()).minRatings });
      if (isNewest()) setState((state) => ({ recommend: { ...state.recommend, result } }));
    });
  };

  let picking: Promise<void> = Promise.resolve();
  /** One after the other: a step starts where the step before it led to. Where the lab is gone, the page says so elsewhere. */
  const pickUser = (which: -1 | 1 | 'random'): Promise<void> => {
    picking = picking.then(async () => {
      const of = typedUser(getState().recommend.userText);
      const wish =
        which === 'random' ? { kind: 'random' as const, draw: Math.random() } : { kind: 'beside' as const, of, by: which };
      const userId = await lab.pickUser(wish).catch(() => null);
      if (userId !== null) void recommend(String(userId));
    });
    return picking;
  };

  const onLoaded = (summary: DataSummary, isFirst: boolean): void => {
    const { training, recommend: now } = getState();
    if (now.userText === '') void recommend(String(summary.firstUserId));
    else if (!isFirst && training.inUse === null) void recommend(userTextFor(now.userText, summary));
  };
  const { actions: dataActions, loadNamed, bringBack } = createDataActions({ store, lab, urls, setCell, onLoaded });

  /** A run on other data has other users: one that it does not know makes way for its first. */
  const takeOver = (before: DataSummary | undefined): void => {
    const after = getState().training.inUse?.data;
    if (!before || !after || isSameData(before, after)) return;
    const { userText } = getState().recommend;
    const known = userTextFor(userText, after);
    if (known !== userText) void recommend(known);
  };

  /** The settings of the run that was asked for last. */
  let asked: Configuration | null = null;

  /** A run starts over what the page shows of the one before. */
  const runTraining = async (call: () => Promise<RunSummary>, notice: string | null): Promise<void> => {
    setState((state) => ({
      training: { ...state.training, progress: null, epochs: [], summary: null, start: null, ...UNEVENTFUL, notice },
    }));
    await setCell('training', async () => {
      const summary = await call();
      setState((state) => ({ training: { ...state.training, summary, progress: null } }));
    });
    await refreshRecommendation();
  };

  const trainAs = async (configuration: Configuration, notice: string | null = null): Promise<void> => {
    if (isBusy(getState().training.run)) return;
    asked = configuration;
    await runTraining(() => lab.train({ configuration }), notice);
  };

  const restoreAs = async ({ id, configuration }: KeptRun, goOn: boolean, notice: string | null = null): Promise<void> => {
    if (isBusy(getState().training.run)) return;
    asked = configuration;
    await runTraining(() => lab.restoreRun({ id, goOn }), notice);
  };

  /** Loads what a kept run was trained on, unless it is there; whether it is there now. */
  const bringData = async ({ data: wanted }: KeptRun): Promise<boolean> => {
    const isThere = () => isThereNow(getState(), wanted);
    const choice = choiceOf(wanted, getState().kept.sets);
    if (!isThere() && choice) await dataActions.load(choice);
    return isThere();
  };

  const listKept = async (): Promise<void> => {
    // What cannot be listed cannot be offered; a run that cannot be kept says so itself.
    const kept = await lab.keptRuns({}).catch(() => []);
    setState((state) => ({ training: { ...state.training, kept } }));
  };

  const refreshRecommendation = async (): Promise<void> => {
    const { run, userText } = getState().recommend;
    if (!isBusy(run) && userText !== '') await recommend(userText);
  };

  const steer = async (call: Promise<void>, then?: CellEvent): Promise<void> => {
    try {
      await call;
      if (then) setCell.dispatch('training', then);
    } catch (thrown) {
      setCell.dispatch('training', { kind: 'fail', error: toErrorData(thrown) });
    }
  };

  const actions: NotebookActions = {
    set: (name, value) => {
      const { group } = SETTINGS[name];
      const size = selectDataSize(getState());
      setState(({ overrides, addressProblems }) => ({
        overrides: withSetting(overrides, name, value, size),
        // Whoever sets it knows better than the address by now.
        addressProblems: addressProblems.filter((problem) => problem.group !== group),
      }));
      if (group === 'recommend') void recommend(getState().recommend.userText);
    },
    takePreset: (preset) => setState(({ overrides }) => ({ overrides: withPreset(overrides, preset) })),
    reset: (group) => setState((state) => ({ overrides: withoutGroup(state.overrides, group) })),
    open: ({ overrides, userText, data, problems }) => {
      setState({ overrides, addressProblems: problems });
      if (userText !== null) void recommend(userText);
      if (data === selectNamedData(getState())) return;
      // Before the first load the address only says what that will be.
      if (getState().data.run.phase === 'ready') setState((state) => ({ data: { ...state.data, wanted: data } }));
      else void loadNamed(data);
    },
    setTheme: (theme) => setState({ theme }),
    ...dataActions,
    filterBy: (name, bins) =>
      setState((state) => ({ explore: { ...state.explore, filters: withFilter(state.explore.filters, name, bins) } })),
    clearFilters: () => setState((state) => ({ explore: { ...state.explore, filters: {} } })),
    setExploreMinRatings: (minRatings) => setState((state) => ({ explore: { ...state.explore, minRatings } })),
    retryExplore,
    retrySplit,
    train: () => trainAs(selectConfiguration(getState())),
    restoreRun: async (kept, goOn) => {
      if (isBusy(getState().training.run)) return;
      setState({ overrides: withoutDefaults(kept.configuration, [sizeOf(kept.data.ratings)]), addressProblems: [] });
      if (!(await bringData(kept))) return;
      await restoreAs(kept, goOn);
      await listKept();
    },
    removeRun: async ({ id }) => {
      await lab.removeRun({ id }).catch(() => undefined);
      await listKept();
    },
    listKeptRuns: listKept,
    pause: () => steer(lab.pause({}), { kind: 'pause' }),
    resume: () => steer(lab.resume({}), { kind: 'resume' }),
    step: (grain) => steer(lab.step({ grain })),
    stop: () => steer(lab.stop({})),
    recommend,
    pickUser,
    findLearningRate: async () => {
      setState({ rateFinder: { ...getState().rateFinder, trials: [], suggestion: null } });
      await setCell('rateFinder', async () => {
        const { rate } = await lab.findLearningRate({ configuration: selectConfiguration(getState()) });
        setState((state) => ({ rateFinder: { ...state.rateFinder, suggestion: rate } }));
      });
    },
    compareEngines: async () => {
      setState((state) => ({ engines: { ...state.engines, checks: [] } }));
      await setCell('engines', () => lab.compareEngines({ configuration: selectConfiguration(getState()) }));
    },
    inspect: (wish) => lab.inspect(wish),
    tables: () => lab.tables({}),
    tablePage: (wanted) => lab.tablePage(wanted),
    describeData: () => lab.describeData({}),
    weights: () => lab.weights({}),
  };

  const recover = async (error: LabErrorData): Promise<void> => {
    const { training } = getState();
    const interrupted = { going: isBusy(training.run) ? asked : null, inUse: training.inUse };
    setState({ training: { ...training, inUse: null } });
    const isBack = await bringBack(error);
    await listKept();
    const { training: now, data: then } = getState();
    const recovery = planRecovery(interrupted, now.kept, isBack ? then.summary : null);
    const notice = `${error.message} ${recoveryWords(recovery)}`;
    if (recovery.kind === 'train') await trainAs(recovery.configuration, notice);
    else if (recovery.kind === 'restore') await restoreAs(recovery.kept, recovery.goOn, notice);
    else setState((state) => ({ training: { ...state.training, notice } }));
  };

  return {
    store,
    actions,
    recover,
    receive(event) {
      const dataInUse = getState().training.inUse?.data;
      setState((state) => labEvent(state, event));
      if (event.kind === 'weights-in-use') takeOver(dataInUse);
      if (event.kind === 'epoch' || event.kind === 'weights-in-use') void refreshRecommendation();
    },
    fail: (labError) => setState({ labError }),
  };
}

const UNEVENTFUL = { notice: null, notKept: null } as const;

function initialState(): NotebookState {
  return {
    overrides: {},
    addressProblems: [],
    theme: 'system',
    data: {
      run: READY,
      progress: null,
      wanted: 'bundled',
      answers: {},
      loaded: null,
      summary: null,
      source: 'bundled',
      asked: false,
    },
    explore: { run: READY, filters: {}, minRatings: 50, view: null },
    split: { run: READY, report: null },
    kept: { run: READY, sets: [], room: null },
    agreed: [],
    training: { run: READY, start: null, progress: null, epochs: [], summary: null, ...UNEVENTFUL, kept: [], inUse: null },
    recommend: { run: READY, userText: '', result: null },
    rateFinder: { run: READY, trials: [], suggestion: null },
    engines: { run: READY, checks: [] },
    labError: null,
  };
}

/** What is typed, as the lab looks it up. */
function typedUser(text: string): RawId {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : text.trim();
}

function withFilter(filters: Filters, name: DimensionName, bins: readonly number[]): Filters {
  const { [name]: _, ...others } = filters;
  return bins.length === 0 ? others : { ...others, [name]: bins };
}

/** A setting that is put back to where it starts on the data that is loaded goes with the data from then on. */
function withSetting<Name extends SettingName>(
  overrides: Overrides,
  name: Name,
  value: Configuration[Name],
  size: DataSize,
): Overrides {
  const fit = sanitise(name, value);
  if (fit === undefined) return overrides;
  const chosen = { ...overrides, [name]: fit };
  const { [name]: _, ...others } = chosen;
  const isBack = name !== 'model' && JSON.stringify(defaultsFor(chosen, size)[name]) === JSON.stringify(fit);
  return withoutDefaults(isBack ? (others as Overrides) : chosen);
}

function withoutGroup(overrides: Overrides, group: SettingGroup): Overrides {
  const kept = Object.entries(overrides).filter(([name]) => name === 'model' || SETTINGS[name as SettingName].group !== group);
  return Object.fromEntries(kept);
}
