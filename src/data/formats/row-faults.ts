import type { LoadNote } from '../../core/load-notes.ts';
import { MissingField } from './field-values.ts';
import { malformed } from './malformed.ts';

/** The rows of a file that are left out. */
export interface RowFaults {
  /** Throws a LabError where too many are. `row` is what stands there. */
  leaveOut(fault: Error, line: number, row: string): void;
  /** What to say of them so far. */
  readonly found: readonly LoadNote[];
  /** The same, beside so many that were read. Throws a LabError where they are too many. */
  notes(read: number): readonly LoadNote[];
}

/** A file with more mistakes than one in so many is another file than it seems. */
const ONE_IN = 100;
/** From so many on it is told before the end. */
const MANY = 1000;
const SHOWN = 3;
const LONGEST = 80;

type Kind = 'incomplete-rows' | 'faulty-rows';

/**
 * Rows without a user, a movie or a rating are left out however many there are; others as long as they are few. `read` counts the
 * rows that were read.
 */
export function rowFaults(file: string, read: () => number): RowFaults {
  const lines: Record<Kind, string[]> = { 'incomplete-rows': [], 'faulty-rows': [] };
  const counts: Record<Kind, number> = { 'incomplete-rows': 0, 'faulty-rows': 0 };
  let first: { readonly line: number; readonly problem: string } | null = null;
  const refuseMany = (rows: number): void => {
    const faulty = counts['faulty-rows'];
    if (first === null || faulty * ONE_IN <= rows + faulty) return;
    const others = faulty > 1 ? `. Of ${rows + faulty} rows ${faulty} cannot be read` : '';
    throw malformed(file, first.line, `${first.problem}${others}`);
  };
  const note = (kind: Kind): readonly LoadNote[] =>
    counts[kind] === 0 ? [] : [{ kind, count: counts[kind], rule: 'They are left out.', lines: lines[kind] }];
  const found = (): readonly LoadNote[] => [...note('incomplete-rows'), ...note('faulty-rows')];
  return {
    leaveOut(fault, line, row) {
      const kind: Kind = fault instanceof MissingField ? 'incomplete-rows' : 'faulty-rows';
      counts[kind]++;
      if (lines[kind].length < SHOWN) lines[kind].push(`Line ${line}: ${clip(row)} – ${fault.message}`);
      if (kind === 'faulty-rows') first ??= { line, problem: fault.message };
      if (counts[kind] > MANY) refuseMany(read());
    },
    get found() {
      return found();
    },
    notes(rows) {
      refuseMany(rows);
      return found();
    },
  };
}

const clip = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
