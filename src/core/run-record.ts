import type { Feedback } from './clean/findings.ts';
import type { DataSummary } from './data-summary.ts';
import type { Configuration } from './hyperparameters.ts';
import type { RunOutcome } from './run.ts';
import type { EngineReport, EpochReport, RunId, RunStart, RunSummary, TestErrors } from './run-report.ts';
import type { Fold } from './split/folds.ts';

/** What stays of a run when its weights are let go: all that tells it from others, and what it came to. Plain data. */
export interface RunRecord {
  /** Of how a record is laid out. */
  readonly version: number;
  readonly id: RunId;
  /** What the page calls the run, where it has no name. */
  readonly number: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
  /** Given by hand; empty where none was. */
  readonly name: string;
  readonly note: string;
  readonly origin: RunOrigin;
  /** Of which runs it is one; absent of one that stands alone. */
  readonly group?: RunGroup;
  /** What it held out in the place of the validation part of its split; absent where it held out that. */
  readonly fold?: Fold;
  readonly configuration: Configuration;
  readonly data: RecordedData;
  readonly engine: Pick<EngineReport, 'name' | 'label'>;
  readonly epochs: readonly RecordedEpoch[];
  readonly baselines: RunStart['baselines'];
  /** Null where the test part was not measured, or there is none. */
  readonly test: TestErrors | null;
  /** Its lists were measured on the test part too, which is done once; absent where they were not. */
  readonly testedLists?: true;
  /** Null while it goes, and of a run that was interrupted. */
  readonly outcome: RunOutcome | 'failed' | null;
  /** The epoch whose weights were taken, as the best one; null where the last weights stay. */
  readonly taken: number | null;
  readonly parameters: number;
  /** From the start to the end; null where it has not ended. */
  readonly seconds: number | null;
  /** Of the run that the others are compared with: its weights stay. */
  readonly pinned?: true;
}

/** Who began a run: somebody in this browser by hand, a sweep, repeats or a duel there, or whoever wrote the file that it was read from. */
export type RunOrigin = 'hand' | 'sweep' | 'repeat' | 'duel' | 'file';

/** Runs that were begun together, such as those of a sweep. */
export interface RunGroup {
  readonly id: string;
  /** Of this run among them, from 0. */
  readonly place: number;
}

export interface RecordedData extends Pick<DataSummary, 'name' | 'sha256' | 'ratings'> {
  /** Tells ways apart in which the same file was read, and who was added to it. */
  readonly reading: string;
  readonly feedback: Feedback;
}

export type RecordedEpoch = Pick<EpochReport, 'epoch' | 'trainError' | 'validationError' | 'sampleNdcg' | 'seconds'>;

export const RUN_RECORD_VERSION = 1;

/** How many records stay in the browser; of more those of files go first, then the oldest, but for the pinned one. */
export const MOST_RECORDS = 500;

/** A run as far as it has come. */
export interface RunSeen {
  readonly start: RunStart;
  readonly epochs: readonly EpochReport[];
  /** Null while it goes, and where it failed. */
  readonly summary: RunSummary | null;
  readonly failed: boolean;
}

/** The record of a run; of `before`, its record so far, stays what was given by hand. `now` in milliseconds since 1970-01-01 UTC. */
export function recordOf({ start, epochs, summary, failed }: RunSeen, before: RunRecord | undefined, now: number): RunRecord {
  const { configuration, data, engine, baselines, parameters } = start;
  return {
    version: RUN_RECORD_VERSION,
    id: start.runId,
    number: before?.number ?? start.number,
    startedAt: before?.startedAt ?? now,
    name: before?.name ?? '',
    note: before?.note ?? '',
    origin: before?.origin ?? 'hand',
    ...(before?.testedLists && { testedLists: true }),
    configuration,
    data: recordedData(data),
    engine: { name: engine.name, label: engine.label },
    epochs: epochs.map(({ epoch, trainError, validationError, sampleNdcg, seconds }) => ({
      ...{ epoch, trainError, validationError, seconds },
      ...(sampleNdcg === undefined ? {} : { sampleNdcg }),
    })),
    baselines,
    test: summary?.test ?? null,
    outcome: summary?.outcome ?? (failed ? 'failed' : null),
    taken: summary?.taken ?? null,
    parameters,
    seconds: summary?.seconds ?? null,
    ...(before?.pinned ? { pinned: true as const } : {}),
  };
}

export function recordedData({ name, sha256, ratings, layout, added = [], feedback }: DataSummary): RecordedData {
  const reading = fingerprint(JSON.stringify([layout, added.map((user) => user.fingerprint)]));
  return { name, sha256, ratings, reading, feedback: feedback ?? 'ratings' };
}

/** FNV-1a, in hexadecimal: tells texts apart that nobody made alike on purpose. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What the page calls a run. */
export const runLabel = ({ name, number }: Pick<RunRecord, 'name' | 'number'>): string => name || `Run ${number}`;
