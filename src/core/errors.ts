import type { MappingQuestion } from './column-mapping.ts';
import type { PersonQuestion } from './person/person.ts';
import type { TablesQuestion } from './tables-question.ts';

/** What can go wrong, as a closed list: the page chooses a button by it. */
export type LabErrorCode =
  | 'data-missing'
  | 'data-altered'
  | 'data-not-zip'
  | 'data-no-ratings'
  | 'data-malformed'
  /** The settings of which ratings count leave none. */
  | 'data-filtered'
  | 'no-checkpoint'
  | 'checkpoint-damaged'
  /** A file that was to hold records of runs does not. */
  | 'runs-unreadable'
  /** A file that was to hold weights does not, or they do not fit the data that is loaded. */
  | 'weights-unreadable'
  | 'bad-url'
  | 'download-failed'
  | 'storage-missing'
  | 'storage-full'
  /** It is not clear which column holds what: the error carries the question. */
  | 'data-unmapped'
  /** Several tables could be the ratings: the error carries the question. */
  | 'data-tables'
  /** The ratings are those of one person: the error carries the question whether to add them to what is loaded. */
  | 'data-one-person'
  | 'cancelled'
  | 'no-data'
  | 'no-split'
  | 'no-model'
  | 'no-engine'
  | 'engine-lost'
  /** A part of the program did not arrive. */
  | 'part-missing'
  | 'no-memory'
  | 'diverged'
  | 'unknown-user'
  /** There is nothing to measure with. */
  | 'no-evaluation'
  | 'busy'
  | 'crashed';

/** An error as plain data: it crosses the worker boundary unchanged and shows in the cell where it happened. */
export interface LabErrorData {
  readonly code: LabErrorCode;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
  /** With `data-unmapped`, and with `data-one-person`. */
  readonly mapping?: MappingQuestion;
  /** With `data-tables` alone. */
  readonly tables?: TablesQuestion;
  /** With `data-one-person` alone, beside the mapping that may be said instead. */
  readonly person?: PersonQuestion;
}

/** Whether the error asks how to go on, instead of saying that something went wrong. */
export const isQuestion = ({ mapping, tables, person }: LabErrorData): boolean =>
  mapping !== undefined || tables !== undefined || person !== undefined;

interface LabErrorOptions extends ErrorOptions {
  readonly mapping?: MappingQuestion | undefined;
  readonly tables?: TablesQuestion | undefined;
  readonly person?: PersonQuestion | undefined;
}

export class LabError extends Error {
  readonly code: LabErrorCode;
  readonly remedy: string;
  readonly mapping: MappingQuestion | undefined;
  readonly tables: TablesQuestion | undefined;
  readonly person: PersonQuestion | undefined;

  constructor(code: LabErrorCode, message: string, remedy: string, options?: LabErrorOptions) {
    super(message, options);
    this.name = 'LabError';
    this.code = code;
    this.remedy = remedy;
    this.mapping = options?.mapping;
    this.tables = options?.tables;
    this.person = options?.person;
  }
}

/** How browsers say that an array was too large for them. */
const OUT_OF_MEMORY = /allocation failed|out of memory/i;

export const LESS = 'Use fewer factors, a smaller batch or less data, or close other tabs and programs.';

/** Turns anything that was thrown into data; what is not a LabError is a fault of ours and says so. */
export function toErrorData(thrown: unknown): LabErrorData {
  if (thrown instanceof LabError) {
    const { code, message, remedy, mapping, tables, person } = thrown;
    return { code, message, remedy, ...(mapping && { mapping }), ...(tables && { tables }), ...(person && { person }) };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (OUT_OF_MEMORY.test(message))
    return { code: 'no-memory', message: `The browser has no more memory for this page: ${message}.`, remedy: LESS };
  return {
    code: 'crashed',
    message: `Something went wrong inside Matinee: ${message}`,
    remedy: 'Try again. If it fails again, reload the page.',
  };
}

/** Whether something was thrown for want of memory, by us or by the browser. */
export const isNoMemory = (thrown: unknown): boolean => toErrorData(thrown).code === 'no-memory';
