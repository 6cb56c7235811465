import type { Answers, DataSource } from '../../../core/data-source.ts';
import type { DataSummary } from '../../../core/data-summary.ts';
import { LabError } from '../../../core/errors.ts';
import { inSlices } from '../../../core/in-slices.ts';
import type { DataSetInfo, KeptData } from '../../../core/kept-files.ts';
import type { LoadProgress } from '../../../core/load-progress.ts';
import type { Bench } from '../../../lab/bench.ts';
import { keepFile, listKept, withKeptFile } from './kept-files.ts';
import { type SummedUp, sumUp } from './sum-up.ts';

/** Gets data and puts it on the bench. */
export interface Loader {
  load(source: DataSource, onProgress: (progress: LoadProgress) => void, signal: AbortSignal): Promise<DataSummary>;
  /** Keeps the file of the data that was loaded last in the browser. */
  keep(): Promise<KeptData>;
}

export function createLoader({ loadData, storage, exclusive, data }: Bench): Loader {
  let toKeep: { readonly file: File; readonly info: DataSetInfo } | null = null;

  const load: Loader['load'] = (source, onProgress, cancelled) =>
    exclusive.load(async (isNewest, overtaken) => {
      const signal = AbortSignal.any([cancelled, overtaken]);
      const read = async (): Promise<SummedUp> => {
        const tell = (progress: LoadProgress): void => {
          if (isNewest()) onProgress(progress);
        };
        const loaded = await loadData(await withKeptFile(source, storage), tell, signal);
        return await inSlices(sumUp(loaded), () => signal.throwIfAborted());
      };
      const loaded = await Promise.race([read(), whenCancelled(signal)]);
      return take(loaded, source.kind === 'bundled' || source.kind === 'synthetic' ? {} : source);
    });

  function take({ file, ...loaded }: SummedUp, { mapping, wide, format, tables }: Answers): DataSummary {
    const { summary } = loaded;
    const { sha256, url } = summary;
    const said = wide || format || tables ? { answers: { wide, format, tables } } : {};
    const fetchedAt = summary.fetchedAt ?? Date.now();
    toKeep = file && { file, info: { file: file.name, sha256, url, fetchedAt, mapping, ...said } };
    data.take(loaded);
    return summary;
  }

  return {
    load,
    async keep() {
      if (toKeep) await keepFile(storage, toKeep.info, toKeep.file);
      return await listKept(storage);
    },
  };
}

/** Rejects with a LabError of code `cancelled` once the signal says so; never resolves. */
function whenCancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const tell = (): void => reject(new LabError('cancelled', 'Loading was cancelled.', 'You can load it again.'));
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true });
  });
}
