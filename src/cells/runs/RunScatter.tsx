import { useMemo, useState } from 'react';
import { ScatterPlot } from '../../charts/ScatterPlot.tsx';
import type { RunRecord } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { formatQuantity } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import type { RunColumn } from './column.ts';
import styles from './RunsPanel.module.css';
import { dotsOf, type NumberColumn, numberColumns } from './run-dots.ts';
import { selectDrawn } from './selectors.ts';

interface RunScatterProps {
  /** The runs in view. */
  readonly records: readonly RunRecord[];
  readonly columns: readonly RunColumn[];
  /** By name: a setting among them is a good x to begin with. */
  readonly differing: ReadonlySet<string>;
  readonly chosen: RunId | null;
  readonly onChoose: (id: RunId | null) => void;
}

/** Any two numbers of the runs in view. */
export function RunScatter({ records, columns, differing, chosen, onChoose }: RunScatterProps) {
  const drawn = useNotebookState(selectDrawn);
  const numbers = useMemo(() => numberColumns(records, columns), [records, columns]);
  const [names, setNames] = useState<{ readonly x?: string; readonly y?: string }>({});
  const find = (...wanted: readonly (string | undefined)[]): NumberColumn | undefined =>
    wanted.map((name) => numbers.find((column) => column.name === name)).find((column) => column !== undefined);
  const firstSetting = numbers.find(({ name, figure }) => differing.has(name) && !figure && name !== 'epochs-done');
  const x = find(names.x, firstSetting?.name, 'seconds');
  const y = find(names.y, 'rmse', 'ndcg', 'seconds');
  const found = useMemo(() => (x && y ? dotsOf(records, x, y, drawn) : { dots: [], without: 0 }), [records, x, y, drawn]);
  if (!x || !y || found.dots.length === 0) return <Muted>No run in view has both numbers.</Muted>;
  const options = numbers.map(({ name, title }) => [name, title] as const);
  return (
    <div className={styles.curves}>
      <div className={styles.choices}>
        <ChoiceField
          className={styles.choice}
          label="Horizontal"
          value={x.name}
          options={options}
          onChange={(name) => setNames({ ...names, x: name })}
        />
        <ChoiceField
          className={styles.choice}
          label="Vertical"
          value={y.name}
          options={options}
          onChange={(name) => setNames({ ...names, y: name })}
        />
      </div>
      <ScatterPlot
        title={`${y.title} by ${x.title}`}
        of="Run"
        dots={found.dots}
        x={{ title: x.title, ...x.axis }}
        y={{ title: y.title, ...y.axis }}
        chosen={chosen}
        onChoose={onChoose}
      />
      {found.without > 0 && (
        <Muted>Left out, since one of the two numbers is missing: {formatQuantity(found.without, 'run')}.</Muted>
      )}
    </div>
  );
}
