import { fetchPart } from '../../core/fetch-part.ts';
import { isJob, type JobKind } from '../../core/jobs/job-configuration.ts';
import { canGoOn, RUN_BUNDLE_MARK } from '../../core/kept-run.ts';
import { readRunFile, writeRunFile } from '../../core/run-file.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import type { SliceKit } from '../../state/slice.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { FileRequest, Opened, PythonName, TakeAwayCalls, TakeAwayName, TakeAwayState } from './contract.ts';
import { fileName } from './file-name.ts';
import type { JobsCalls } from './jobs/contract.ts';
import { isPython } from './python-name.ts';
import { topOf } from './top.ts';

/** What the buttons of the cell do; fetched with the first press. */
export interface Work {
  takeAway(what: TakeAwayName): Promise<void>;
  bringBack(file: File): Promise<void>;
  stop(): void;
}

export function createWork({ getState, setState, calls, actions }: SliceKit<'takeAway'>): Work {
  const lab = calls<TakeAwayCalls>('take-away');
  const jobs = calls<JobsCalls>('take-away/jobs');
  let going = new AbortController();
  const change = (part: Partial<TakeAwayState>): void => setState(({ takeAway }) => ({ takeAway: { ...takeAway, ...part } }));

  const during = async (what: TakeAwayName | 'open', work: () => Promise<void>): Promise<void> => {
    going = new AbortController();
    change({ doing: { what, share: null }, made: null, opened: null });
    try {
      await work();
    } finally {
      change({ doing: null });
    }
  };

  const make = async (what: TakeAwayName): Promise<Blob> => {
    if (what === 'records') return new Blob([writeRunFile(getState().runs.records)]);
    if (isPython(what)) {
      const { notebookFile } = await fetchPart(() => import('./notebook/notebook-file.ts'));
      return notebookFile(what, getState());
    }
    const onProgress = (share: number): void => change({ doing: { what, share } });
    if (isJob(what)) {
      return await jobs.write(
        { kind: what, configuration: selectConfiguration(getState()) },
        { onProgress, signal: going.signal },
      );
    }
    return await lab.make(requestOf(what), { onProgress, signal: going.signal });
  };

  const requestOf = (what: Exclude<TakeAwayName, 'records' | PythonName | JobKind>): FileRequest => {
    const state = getState();
    const format = what.endsWith('csv') ? 'csv' : 'parquet';
    switch (what) {
      case 'experiment':
        return { item: what, records: state.runs.records };
      case 'lists-csv':
      case 'lists-parquet':
        return { item: 'lists', format, top: topOf(state.takeAway.top), minRatings: selectConfiguration(state).minRatings };
      case 'held-out-csv':
      case 'held-out-parquet':
        return { item: 'held-out', format };
      default:
        return { item: what };
    }
  };

  const openExperiment = async (file: File): Promise<Opened> => {
    const records = await actions.openRun(file);
    const added = await actions.addRuns(records);
    const kept = getState().runs.weights.find(({ id }) => id === records[0]?.id);
    if (kept) await actions.restoreRun(kept, false);
    const isInUse = kept !== undefined && getState().training.inUse?.runId === kept.id;
    return { kind: 'runs', name: file.name, added, canGoOn: isInUse ? canGoOn(kept) : null };
  };

  const openWeights = async (file: File): Promise<Opened> => {
    const weights = await lab.openWeights({ file });
    actions.takeSettingsOf(weights.record);
    actions.putInUse(weights.run);
    await actions.addRuns([weights.record]);
    return { kind: 'weights', name: file.name, weights };
  };

  const open = async (file: File): Promise<Opened> => {
    const head = await file.slice(0, RUN_BUNDLE_MARK.length).text();
    if (head === RUN_BUNDLE_MARK) return await openExperiment(file);
    if (!head.startsWith('{"')) return await openWeights(file);
    const { records } = await readRunFile(file);
    return { kind: 'runs', name: file.name, added: await actions.addRuns(records), canGoOn: null };
  };

  return {
    takeAway: (what) =>
      during(what, async () => {
        const file = await make(what);
        const name = fileName(what, getState());
        saveFile(file, name);
        change({ made: { what, name, bytes: file.size } });
      }),
    bringBack: (file) => during('open', async () => change({ opened: await open(file) })),
    stop: () => going.abort(),
  };
}
