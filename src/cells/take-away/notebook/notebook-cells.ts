import { isBaseline } from '../../../core/model-name.ts';
import { commentsInWords } from '../../../core/vocabulary.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectConfiguration, selectGraph, selectWords } from '../../../state/selectors.ts';
import type { NotebookPart } from '../../notebook-parts.ts';
import { fileName } from '../file-name.ts';
import { featureCode } from './feature-code.ts';
import { firstWeightsCode } from './first-weights-code.ts';
import { PAGE_RANDOM, pageRandom } from './page-random.ts';
import { exactSplitCode } from './split-code.ts';
import { weightsCode } from './weights-code.ts';

/** A cell of a notebook in Python. */
export interface PythonCell {
  readonly kind: 'markdown' | 'code';
  readonly text: string;
}

/** The notebook as it is set, from the data to the lists; `prose` explains a part. */
export function notebookCells(
  parts: readonly NotebookPart[],
  state: NotebookState,
  prose: (part: NotebookPart) => string,
): readonly PythonCell[] {
  const words = selectWords(state);
  const codes = parts.map((part) => commentsInWords(codeOf(part, state), words).trim());
  const cells = parts.flatMap((part, at): PythonCell[] => [
    { kind: 'markdown', text: `## ${part.title}\n\n${prose(part)}` },
    { kind: 'code', text: codes[at] as string },
  ]);
  const random: PythonCell[] = codes.some((code) => code.includes('PageRandom('))
    ? [
        {
          kind: 'markdown',
          text: '## Random numbers\n\nThose of the page, so that the same ratings are held out and training takes the same steps.',
        },
        { kind: 'code', text: PAGE_RANDOM.trim() },
      ]
    : [];
  const own: PythonCell[] = isBaseline(selectConfiguration(state).model)
    ? []
    : [
        {
          kind: 'markdown',
          text: '## Weights of the page\n\nThe page saves its own weights as `.npz`. Beside this notebook, they take the place of those that were trained above.',
        },
        { kind: 'code', text: weightsCode(fileName('npz', state)).trim() },
      ];
  return [{ kind: 'markdown', text: introduction(state) }, ...random, ...cells, ...own];
}

function codeOf({ id, selectCode }: NotebookPart, state: NotebookState): string {
  if (id === 'split') return exactSplitCode(selectConfiguration(state)) ?? selectCode(state);
  if (id !== 'model') return selectCode(state, pageRandom);
  const graph = selectGraph(state);
  const { seed } = selectConfiguration(state);
  return [featureCode(graph), selectCode(state), firstWeightsCode(graph, seed)].filter((code) => code !== '').join('\n');
}

function introduction(state: NotebookState): string {
  const { summary } = state.data;
  const data =
    summary?.file === null || summary === null
      ? 'Its ratings are made up here, by the same plan as in the page, but not the same ones: its errors differ from those of the page.'
      : `Put the file \`${summary.file}\` beside this notebook: it is the one that the page has loaded. The same ratings are held out here, so the error on them agrees with the page. Training starts from the same weights and takes the ratings in the same order. Other generators draw dropout, pairs and samples.`;
  return `# Matinee: ${summary?.name ?? 'a movie recommender'}

This is the notebook as it was set in the page, in Keras 3. It needs \`numpy\`, \`pandas\`, \`keras\` and \`tensorflow\`:
\`pip install numpy pandas keras tensorflow\`.

${data}`;
}
