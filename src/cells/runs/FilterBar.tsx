import { useId } from 'react';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import control from '../../ui/Control.module.css';
import { formatCount, formatQuantity } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Muted } from '../../ui/Muted.tsx';
import type { RunColumn } from './column.ts';
import styles from './FilterBar.module.css';
import { rangeWords, withRange } from './ranges.ts';
import { selectView } from './selectors.ts';

interface FilterBarProps {
  readonly columns: readonly RunColumn[];
  /** What of the filter could not be understood. */
  readonly problem: string | null;
  /** How many runs there are, and how many of them are in view. */
  readonly all: number;
  readonly inView: number;
}

/** What the runs in view have in common: typed, or brushed as ranges of columns. */
export function FilterBar({ columns, problem, all, inView }: FilterBarProps) {
  const { filter, ranges } = useNotebookState(selectView);
  const { setRunsView } = useActions();
  const id = useId();
  const isOn = filter.trim() !== '' || Object.keys(ranges).length > 0;
  return (
    <div className={styles.bar}>
      <div className={styles.field}>
        <label htmlFor={id}>Filter</label>
        <input
          id={id}
          type="search"
          className={control.control}
          value={filter}
          placeholder="rmse < 0.9 and model = mlp"
          aria-describedby={`${id}-help`}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setRunsView({ filter: target.value })}
        />
      </div>
      <p id={`${id}-help`} className={styles.help}>
        Words of the name, note, data or model, or comparisons of a column by &lt;, &lt;=, &gt;, &gt;=, = and !=. All of them have
        to hold.
      </p>
      <div className={styles.chips}>
        <span role="status">{isOn ? `${formatCount(inView)} of ${formatQuantity(all, 'run')} in view.` : ''}</span>
        {columns.map((column) => {
          const range = ranges[column.name];
          if (!range) return null;
          const words = rangeWords(column, range);
          return (
            <button
              key={column.name}
              type="button"
              className={styles.chip}
              aria-label={`Clear filter ${words}`}
              onClick={() => setRunsView({ ranges: withRange(ranges, column.name, null) })}
            >
              {words}
              <Icon name="cross" />
            </button>
          );
        })}
        {isOn && <ClearFilter />}
      </div>
      {problem && <Muted role="alert">{problem} That part of the filter is left out.</Muted>}
    </div>
  );
}

export function ClearFilter() {
  const { setRunsView } = useActions();
  return (
    <Button look="quiet" onClick={() => setRunsView({ filter: '', ranges: {} }, 'The filter of the runs is cleared.')}>
      Clear the filter
    </Button>
  );
}
