import type { TableOffer, TablesQuestion } from '../../../core/tables-question.ts';
import { useActions } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import panel from './Panel.module.css';

interface TablesFormProps {
  readonly question: TablesQuestion;
}

/** The tables of a file that could be the ratings, and the question which of them to load. */
export function TablesForm({ question: { file, tables, isSplit } }: TablesFormProps) {
  const { answer, set } = useActions();
  const load = (chosen: readonly TableOffer[], isParts = false): void => {
    if (isParts) set('split', 'files');
    void answer({ tables: { paths: chosen.map(({ path }) => path), isSplit: isParts } });
  };
  const parts = tables.filter(({ part }) => part !== null);
  return (
    <section className={panel.panel} aria-label="Which table holds the ratings">
      <p>
        <strong>{file}</strong> has several tables that could be the ratings.
      </p>
      <ul className={panel.grid}>
        {tables.map((table) => (
          <li key={table.path}>
            <Button onClick={() => load([table])}>Load {table.path}</Button>
            <Muted translate="no">{table.columns.join(', ')}</Muted>
          </li>
        ))}
      </ul>
      <p className={panel.actions}>
        {isSplit && (
          <Button look="primary" onClick={() => load(parts, true)}>
            Use them as the split
          </Button>
        )}
        {areAlike(tables) && <Button onClick={() => load(tables)}>Load all of them together</Button>}
      </p>
    </section>
  );
}

/** Whether all have the same columns: they are then one table in several files. */
function areAlike(tables: readonly TableOffer[]): boolean {
  return tables.every(({ columns }) => columns.join() === tables[0]?.columns.join());
}
