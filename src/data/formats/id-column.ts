import type { RawId } from '../../core/ids.ts';
import { FieldProblem, missing, TooMuch } from './field-values.ts';
import { growingColumn } from './growing-column.ts';
import { isNoId } from './missing.ts';

/** The largest id that is kept as a number; what is larger is a text. */
export const LARGEST_ID = 2 ** 31 - 1;

/** Different texts in a column. */
const MOST_LABELS = 10_000_000;

/** A column of raw ids: numbers as long as all are, texts from the first that is none. */
export interface IdColumn {
  addNumber(id: number): void;
  addText(id: string): void;
  readonly isText: boolean;
  expect(count: number): void;
  /** (count): the ids, or their positions in the labels. To be called once. */
  join(): { readonly codes: Int32Array; readonly labels: readonly string[] | undefined };
}

export function idColumn(): IdColumn {
  const codes = growingColumn((length) => new Int32Array(length));
  const labels: string[] = [];
  const byLabel = new Map<string, number>();
  let isText = false;
  const codeOf = (label: string): number => {
    const known = byLabel.get(label);
    if (known !== undefined) return known;
    if (labels.length >= MOST_LABELS) throw new TooMuch('there are more different ids than a tab can hold');
    byLabel.set(label, labels.length);
    return labels.push(label) - 1;
  };
  return {
    addNumber: (id) => codes.add(isText ? codeOf(String(id)) : id),
    addText(id) {
      // Only numbers whose text is the same again were kept as such, so none is lost.
      if (!isText) codes.replace((number) => codeOf(String(number)));
      isText = true;
      codes.add(codeOf(id));
    },
    get isText() {
      return isText;
    },
    expect: (count) => codes.expect(count),
    join: () => ({ codes: codes.join(), labels: isText ? labels : undefined }),
  };
}

/** 7 of "7", and of the "7.0" that it becomes in a column of decimals; of "007", "anna" and numbers beyond 2³¹ − 1, the text itself. */
function toRawId(text: string): RawId {
  const whole = /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text;
  return /^(0|[1-9]\d{0,9})$/.test(whole) && Number(whole) <= LARGEST_ID ? Number(whole) : whole;
}

const CONTROL = /\p{Cc}/u;

/** An id as it is written, without spaces around it. Throws a FieldProblem for one that is missing or unreadable. */
export function checkId(text: string, what: 'user' | 'movie'): RawId {
  const written = text.trim();
  if (isNoId(written)) throw missing(`the ${what} id`, written);
  if (written.length > 200) throw new FieldProblem(`the ${what} id is longer than 200 letters`);
  if (CONTROL.test(written)) throw new FieldProblem(`the ${what} id has control characters in it`);
  return toRawId(written);
}

/** The same; null for what is missing or unreadable. */
export function idOrNull(text: string, what: 'user' | 'movie'): RawId | null {
  try {
    return checkId(text, what);
  } catch (thrown) {
    if (thrown instanceof FieldProblem) return null;
    throw thrown;
  }
}
