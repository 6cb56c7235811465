import { type RunRecord, runLabel } from '../../core/run-record.ts';
import { clip } from '../../state/address/clip.ts';
import type { RunColumn } from './column.ts';

/** What runs are chosen by, as it was understood. */
export interface RunFilter {
  passes(record: RunRecord): boolean;
  /** What could not be understood, in one sentence, and is left out; null where all was. */
  readonly problem: string | null;
}

/** A name, a comparison and a value; a text in quotation marks; a word. */
const PART = /([^\s<>=!"]+)\s*(<=|>=|!=|==?|<|>)\s*("[^"]*"?|[^\s"]+)|"([^"]*)"?|(\S+)/g;
/** A comparison that is still being typed. */
const UNFINISHED = /[^\s<>=!"]+\s*[<>=!]+\s*$/;
/** As the trackers of others write before the names of columns. */
const PREFIX = /^(metrics?|params?|parameters|config|summary)\./i;
/** The most words that the title of a column has. */
const LONGEST_TITLE = 4;

/**
 * Words, all of which have to stand in the name, the note, the data or the model of a run, and comparisons such as `rmse < 0.9` or
 * `model = mlp`, all of which have to hold. A column is named by its title or its name in code.
 */
export function parseFilter(text: string, columns: readonly RunColumn[]): RunFilter {
  const words: string[] = [];
  const tests: ((record: RunRecord) => boolean)[] = [];
  let problem: string | null = null;
  for (const [, name, comparison, value = '', quoted, word] of text.replace(UNFINISHED, '').matchAll(PART)) {
    if (name === undefined) words.push(quoted ?? word ?? '');
    else {
      const column = takeColumn(words, name.replace(PREFIX, ''), columns);
      const made = column
        ? compare(column, comparison as string, value.replaceAll('"', ''))
        : `No column is called “${clip(name)}”.`;
      if (typeof made === 'string') problem ??= made;
      else tests.push(made);
    }
  }
  const lower = words.map((word) => word.toLowerCase());
  if (tests.length > 0 && lower.includes('or')) problem ??= 'All parts of a filter have to hold: “or” is not understood.';
  const wanted = lower.filter((word) => word !== 'and' && word !== '' && (word !== 'or' || tests.length === 0));
  return {
    passes: (record) => tests.every((holds) => holds(record)) && hasWords(record, wanted, columns),
    problem,
  };
}

/** The column whose title ends with this name; the words of the title that stand before it are taken away. */
function takeColumn(words: string[], name: string, columns: readonly RunColumn[]): RunColumn | undefined {
  for (let before = Math.min(LONGEST_TITLE - 1, words.length); before >= 0; before--) {
    const wanted = plain([...words.slice(words.length - before), name].join(''));
    const found = columns.find((column) => plain(column.name) === wanted || plain(column.title) === wanted);
    if (found) {
      words.length -= before;
      return found;
    }
  }
  return undefined;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function compare(column: RunColumn, comparison: string, value: string): ((record: RunRecord) => boolean) | string {
  const isOfOrder = comparison.startsWith('<') || comparison.startsWith('>');
  if (!column.axis) {
    if (isOfOrder) return `“${column.title}” is no number, so = and != are all that it can be compared by.`;
    const isEqual = (record: RunRecord): boolean => textsOf(column, record).includes(value.toLowerCase());
    return comparison === '!=' ? (record) => !isEqual(record) : isEqual;
  }
  const limit = value === '' ? Number.NaN : Number(value);
  if (Number.isNaN(limit)) return `“${clip(value)}” is no number to compare “${column.title}” with.`;
  const holds = COMPARISONS[comparison.replace('==', '=')] as (own: number, limit: number) => boolean;
  return (record) => {
    const own = column.value(record);
    return typeof own === 'number' ? holds(own, limit) : comparison === '!=';
  };
}

const COMPARISONS: Readonly<Record<string, (own: number, limit: number) => boolean>> = {
  '<': (own, limit) => own < limit,
  '<=': (own, limit) => own <= limit,
  '>': (own, limit) => own > limit,
  '>=': (own, limit) => own >= limit,
  '=': (own, limit) => own === limit,
  '!=': (own, limit) => own !== limit,
};

const textsOf = (column: RunColumn, record: RunRecord): readonly string[] => {
  const own = column.value(record) === null ? [''] : [column.text(record), column.code?.(record) ?? ''];
  return own.map((text) => text.toLowerCase());
};

function hasWords(record: RunRecord, wanted: readonly string[], columns: readonly RunColumn[]): boolean {
  if (wanted.length === 0) return true;
  const model = columns.find(({ name }) => name === 'model')?.text(record) ?? '';
  const text = [runLabel(record), record.note, record.data.name, record.configuration.model, model].join('\n').toLowerCase();
  return wanted.every((word) => text.includes(word));
}
