import type { PythonCell } from './notebook-cells.ts';

/** Cells as a notebook of Jupyter, nbformat 4. */
export function ipynbOf(cells: readonly PythonCell[]): string {
  const kernelspec = { display_name: 'Python 3', language: 'python', name: 'python3' };
  return JSON.stringify(
    {
      nbformat: 4,
      nbformat_minor: 4,
      metadata: { kernelspec, language_info: { name: 'python' } },
      cells: cells.map(({ kind, text }) => ({
        cell_type: kind,
        metadata: {},
        source: linesOf(text),
        ...(kind === 'code' && { execution_count: null, outputs: [] }),
      })),
    },
    null,
    1,
  );
}

/** Each with its line break, as nbformat has them. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Cells as a script in the percent format, which editors show as cells too; prose is comments. */
export const scriptOf = (cells: readonly PythonCell[]): string =>
  cells
    .map(({ kind, text }) =>
      kind === 'code' ? `# %%\n${text}\n` : `# %% [markdown]\n${text.replace(/^/gm, '# ').replace(/ +$/gm, '')}\n`,
    )
    .join('\n');
