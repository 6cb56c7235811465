import type { AnswersSoFar } from '../../../core/table-preview.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { memoise2 } from '../../../state/selectors.ts';

/** What was said so far of the file that was chosen last: now, or when it was kept; and what was found when it was read. */
export const selectAnswers = memoise2(
  ({ data }: NotebookState) => data,
  () => null,
  ({ wanted, loaded, answers, summary }): AnswersSoFar => {
    const { mapping, wide, format, tables } = answers;
    const isKept = typeof wanted === 'object' && 'kind' in wanted && wanted.kind === 'kept';
    const before: AnswersSoFar = isKept ? { mapping: wanted.mapping, ...wanted.answers } : {};
    const said = mapping || wide || format ? { mapping, wide, format } : before;
    const columns = wanted === loaded ? summary?.layout?.columns : null;
    // What proved to be no UTF-8 far down is not seen in the beginning.
    const isLatin = columns && 'format' in columns && columns.format.encoding === 'windows-1252';
    const found = isLatin ? ({ encoding: 'windows-1252' } as const) : {};
    return { ...said, format: { ...found, ...said.format }, tables: tables ?? before.tables };
  },
);
