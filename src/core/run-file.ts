import { LabError } from './errors.ts';
import { parseRunRecord } from './parse-run-record.ts';
import { RUN_RECORD_VERSION, type RunRecord } from './run-record.ts';

/** What a file of records says of itself. */
const FORMAT = 'matinee-runs';
const VERSION = 1;
/** No file of ours comes near: 500 runs of 50 epochs take 4 MB. */
const LARGEST_BYTES = 50e6;

/** Records as a file that `readRunFile` reads. */
export const writeRunFile = (records: readonly RunRecord[]): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, runs: records });

/** What a file held: runs of somebody else, and how many more that could not be read. */
export interface RunFile {
  readonly records: readonly RunRecord[];
  readonly unreadable: number;
}

/** Throws a LabError `runs-unreadable` where the file holds no run that can be read. */
export async function readRunFile(file: Blob): Promise<RunFile> {
  if (file.size > LARGEST_BYTES) throw unreadable('is larger than 50 MB');
  const content = parseJson(await file.text());
  if (!isObject(content) || content.format !== FORMAT) throw unreadable('is not one of runs that this page has written');
  if (isAbove(content.version, VERSION)) throw newer();
  if (!Array.isArray(content.runs)) throw unreadable('is not one of runs that this page has written');
  const runs: readonly unknown[] = content.runs;
  const all = runs.map(parseRunRecord);
  const records = all.filter((record) => record !== null);
  if (records.length === 0) {
    if (runs.some((run) => isObject(run) && isAbove(run.version, RUN_RECORD_VERSION))) throw newer();
    throw unreadable(all.length === 0 ? 'holds no runs' : 'holds no run that is whole');
  }
  return { records, unreadable: all.length - records.length };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable('is not JSON, or it is cut off');
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isAbove = (version: unknown, known: number): boolean => typeof version === 'number' && version > known;

const newer = (): LabError =>
  new LabError('runs-unreadable', 'This file is from a newer version of this page.', 'Reload the page, then open it again.');

const unreadable = (what: string): LabError =>
  new LabError('runs-unreadable', `The file ${what}.`, 'Open a file that was saved as JSON in the Runs cell.');
