import type { ColumnMapping } from '../core/column-mapping.ts';
import type { DataSource } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import type { DataSetInfo, KeptData } from '../core/kept.ts';
import { movieStatistics } from '../core/movie-statistics.ts';
import type { Sliced } from '../core/slices.ts';
import { inSlices } from '../data/in-slices.ts';
import type { LoadableSource, LoadedData } from '../data/load.ts';
import { summariseData } from './data-summary.ts';
import { type DataStorage, keepFile, listKept, withKeptFile } from './kept-data.ts';
import type { DataSummary, LoadProgress } from './protocol.ts';
import type { LabData } from './run.ts';

export interface DataDeskParts {
  loadData(source: LoadableSource, onProgress: (progress: LoadProgress) => void, signal: AbortSignal): Promise<LoadedData>;
  readonly storage: DataStorage;
  onProgress(progress: LoadProgress): void;
  onLoaded(data: LabData): void;
}

/** Gets data and holds what was got last. */
export interface DataDesk {
  /** Of two loads the one asked for last counts; what was there stays where a load fails. */
  load(wish: { readonly source: DataSource }): Promise<DataSummary>;
  cancel(): void;
  isLoading(): boolean;
  /** The data at hand. Throws a LabError where there is none, with what it was wanted for. */
  at(purpose: string): LabData;
  /** Keeps the file of the data at hand in the browser. */
  keep(): Promise<KeptData>;
}

type Loaded = LabData & Pick<LoadedData, 'file'>;

function* sumUp(loaded: LoadedData): Sliced<Loaded> {
  const { ratings, file } = loaded;
  return { ratings, file, statistics: yield* movieStatistics(ratings), summary: yield* summariseData(loaded) };
}

export function createDataDesk({ loadData, storage, onProgress, onLoaded }: DataDeskParts): DataDesk {
  let data: LabData | null = null;
  let loading: AbortController | null = null;
  let toKeep: { readonly file: File; readonly info: DataSetInfo } | null = null;

  async function load({ source }: { readonly source: DataSource }): Promise<DataSummary> {
    loading?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    loading = controller;
    const isNewest = () => loading === controller;
    const read = async (): Promise<Loaded> => {
      const tell = (progress: LoadProgress): void => {
        if (isNewest()) onProgress(progress);
      };
      const loaded = await loadData(await withKeptFile(source, storage), tell, signal);
      return await inSlices(sumUp(loaded), () => signal.throwIfAborted());
    };
    try {
      const loaded = await Promise.race([read(), whenCancelled(signal)]);
      return take(loaded, 'mapping' in source ? source.mapping : undefined);
    } catch (thrown) {
      if (isNewest()) throw thrown;
      throw new LabError('busy', 'Other data was asked for meanwhile.', 'Wait until that is loaded.');
    } finally {
      if (isNewest()) loading = null;
    }
  }

  function take({ file, ...loaded }: Loaded, mapping: ColumnMapping | undefined): DataSummary {
    const { summary } = loaded;
    const { sha256, url } = summary;
    toKeep = file && { file, info: { file: file.name, sha256, url, fetchedAt: summary.fetchedAt ?? Date.now(), mapping } };
    data = loaded;
    onLoaded(data);
    return summary;
  }

  return {
    load,
    cancel: () => loading?.abort(),
    isLoading: () => loading !== null,
    at(purpose) {
      if (data === null) throw new LabError('no-data', `There are no ratings to ${purpose} yet.`, 'Load the data first.');
      return data;
    },
    async keep() {
      if (toKeep) await keepFile(storage, toKeep.info, toKeep.file);
      return await listKept(storage);
    },
  };
}

/** Rejects with a LabError of code `cancelled` once the signal says so; never resolves. */
function whenCancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const tell = (): void => reject(new LabError('cancelled', 'Loading was cancelled.', 'Load again when you like.'));
    signal.addEventListener('abort', tell, { once: true });
  });
}
