import type { ColumnMapping } from '../../core/column-mapping.ts';
import { LabError } from '../../core/errors.ts';
import type { AnswersSoFar, TablePreview } from '../../core/table-preview.ts';
import { isWhole } from '../formats/column-names.ts';
import { detectLayout } from '../formats/detect.ts';
import type { Layout, Said } from '../formats/layout.ts';

/** How a table is laid out, as far as what was said and what is guessed tell. */
export interface SettledLayout extends Pick<TablePreview, 'isGuess' | 'problem'> {
  /** Null while columns are missing, and where it cannot be read. */
  readonly layout: Layout | null;
  /** Of a layout that is null. */
  readonly mapping: Partial<ColumnMapping>;
}

/** Tells the layout of a table by its beginning; where loading would ask, the guess is taken. */
export function settleLayout(head: Uint8Array, file: string, { mapping, ...others }: AnswersSoFar): SettledLayout {
  const nothing = { layout: null, mapping: mapping ?? {}, isGuess: false, problem: null };
  if (mapping !== undefined && !isWhole(mapping)) return nothing;
  const first = attempt(head, file, { ...others, mapping });
  if (!(first instanceof LabError)) return { ...nothing, layout: first };
  if (first.mapping === undefined || mapping !== undefined) return { ...nothing, problem: wordsOf(first) };
  const { guess, wide } = first.mapping;
  const guessed = { ...nothing, isGuess: true, mapping: guess };
  if (!wide && !isWhole(guess)) return guessed;
  const second = attempt(head, file, wide ? { ...others, wide } : { ...others, mapping: guess as ColumnMapping });
  return second instanceof LabError ? { ...guessed, problem: wordsOf(second) } : { ...guessed, layout: second };
}

function attempt(head: Uint8Array, file: string, said: Said): Layout | LabError {
  try {
    return detectLayout(head, file, said);
  } catch (thrown) {
    if (thrown instanceof LabError) return thrown;
    throw thrown;
  }
}

/** Of an error, what crosses to the page. */
export const wordsOf = ({ message, remedy }: LabError): TablePreview['problem'] => ({ message, remedy });
