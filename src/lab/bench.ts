import { fetchPart } from '../core/fetch-part.ts';
import type { DataSetInfo, StorageRoom } from '../core/kept-files.ts';
import type { LoadProgress } from '../core/load-progress.ts';
import type { CreateSymmetricMatrix } from '../core/symmetric-matrix.ts';
import type { TablesChoice } from '../core/tables-question.ts';
import type { ArchiveFile } from '../data/containers/archive-file.ts';
import type { LoadedData as FreshData, LoadableSource } from '../data/load.ts';
import type { OpenedTable } from '../data/preview/open-table.ts';
import type { EngineChooser } from '../engines/choose.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import { createExclusive, type Exclusive } from './exclusive.ts';
import { createLoadedData, type LoadedData } from './loaded-data.ts';
import type { MaterialCache } from './material.ts';
import type { NetworkRun } from './model.ts';
import { createModelInUse, type ModelInUse } from './model-in-use.ts';
import type { RunRegistry } from './run-registry.ts';
import { workloadOf } from './workload.ts';

/** Where files of ratings are kept; a test brings its own. */
export interface DataStorage {
  readonly store: BlobStore<DataSetInfo>;
  room(): Promise<StorageRoom | null>;
}

/** What the lab needs from outside: a test brings its own. */
export interface BenchParts {
  loadData(source: LoadableSource, onProgress: (progress: LoadProgress) => void, signal: AbortSignal): Promise<FreshData>;
  /** The tables that a file holds, or is. Throws a LabError where it is damaged. */
  openTables(file: File): Promise<readonly ArchiveFile[]>;
  /** Opens the table of a file that loading would read. */
  openTable(source: LoadableSource, chosen: TablesChoice | undefined): Promise<OpenedTable>;
  /** Where files of ratings are kept. */
  readonly storage: DataStorage;
  readonly engines: EngineChooser;
  /** What inverts a matrix; fetched when it is first asked for. */
  matrices(): Promise<CreateSymmetricMatrix>;
  readonly runs: RunRegistry;
}

/** The workbench in the worker: what the handlers of every capability share. */
export interface Bench extends BenchParts {
  readonly data: LoadedData;
  readonly exclusive: Exclusive;
  readonly material: MaterialCache;
  readonly inUse: ModelInUse;
  /** The network that is being trained in the Train cell, to be looked into. */
  readonly underWay: { run: NetworkRun | null };
}

export function createBench(parts: BenchParts): Bench {
  return {
    ...parts,
    data: createLoadedData(),
    exclusive: createExclusive(),
    material: { last: null },
    inUse: createModelInUse(async ({ network }) => {
      // Only what runs on an engine can lose it.
      const run = network as NetworkRun;
      const { moveTo } = await fetchPart(() => import('./network-run.ts'));
      return (await moveTo(run, await parts.engines.choose('auto', workloadOf(run.data, run.prepared.configuration)))).model;
    }),
    underWay: { run: null },
  };
}
