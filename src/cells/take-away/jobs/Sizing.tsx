import { useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectConfiguration, selectGraph } from '../../../state/selectors.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { Table } from '../../../ui/Table.tsx';
import { sizingOf } from './select-sizing.ts';

const selectSummary = ({ data }: NotebookState) => data.summary;
const selectStart = ({ training }: NotebookState) => training.start;
const selectEpochs = ({ training }: NotebookState) => training.epochs;

const COLUMNS = [{ title: 'What' }, { title: 'Arithmetic' }, { title: 'Comes to', isNumber: true }] as const;

/** Whether the tab is enough for the settings, and the arithmetic behind it. */
export function Sizing() {
  const summary = useNotebookState(selectSummary);
  const graph = useNotebookState(selectGraph);
  const configuration = useNotebookState(selectConfiguration);
  const start = useNotebookState(selectStart);
  const epochs = useNotebookState(selectEpochs);
  if (summary === null || graph === null) return null;
  const { verdict, lines } = sizingOf(summary, graph, configuration, { start, epochs });
  return (
    <div>
      <p>{verdict}</p>
      <Disclosure title="How this is worked out">
        <Table
          caption="Memory and time"
          isCaptionHidden
          columns={COLUMNS}
          rows={lines.map(({ what, sum, value }) => ({ key: what, cells: [what, sum, value] }))}
        />
        <Muted>An estimate from one run on this machine, not a promise: other models and machines differ.</Muted>
      </Disclosure>
    </div>
  );
}
