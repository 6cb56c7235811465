import { useActions, useNotebookState } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { formatCount } from '../../ui/format.ts';
import { useSay } from '../../ui/words.tsx';
import styles from './ColumnMenu.module.css';
import type { RunColumn } from './column.ts';
import type { RunColumns } from './columns.ts';
import { selectView } from './selectors.ts';

interface ColumnMenuProps {
  readonly columns: RunColumns;
  readonly shown: readonly RunColumn[];
}

/** Which columns the table has: those in which the runs differ, or all of them, and any of them by hand. */
export function ColumnMenu({ columns, shown }: ColumnMenuProps) {
  const { differencesOnly, byHand } = useNotebookState(selectView);
  const { setRunsView } = useActions();
  const hasHand = Object.keys(byHand).length > 0;
  return (
    <div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={differencesOnly}
          onChange={({ target }) => setRunsView({ differencesOnly: target.checked })}
        />
        Differences only: of the settings, those in which these runs differ
      </label>
      <Disclosure title="Columns" hint={`${formatCount(shown.length)} of ${formatCount(columns.all.length)}`}>
        <Ticks columns={columns.all} shown={shown} />
        {hasHand && (
          <Button look="quiet" onClick={() => setRunsView({ byHand: {} }, 'The columns are as they were at the start.')}>
            Show columns by themselves again
          </Button>
        )}
      </Disclosure>
    </div>
  );
}

interface TicksProps {
  readonly columns: readonly RunColumn[];
  readonly shown: readonly RunColumn[];
}

function Ticks({ columns, shown }: TicksProps) {
  const { byHand } = useNotebookState(selectView);
  const { setRunsView } = useActions();
  const say = useSay();
  const names = new Set(shown.map(({ name }) => name));
  return (
    <fieldset className={styles.ticks}>
      <legend className="visually-hidden">Columns of the table</legend>
      {columns
        .filter(({ name }) => name !== 'run')
        .map(({ name, title }) => (
          <label key={name} className={styles.tick}>
            <input
              type="checkbox"
              checked={names.has(name)}
              onChange={({ target }) => setRunsView({ byHand: { ...byHand, [name]: target.checked } })}
            />
            {say(title)}
          </label>
        ))}
    </fieldset>
  );
}
