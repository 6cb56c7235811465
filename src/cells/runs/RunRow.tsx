import { memo } from 'react';
import type { FigureName } from '../../core/run-figures.ts';
import type { RunRecord } from '../../core/run-record.ts';
import type { RunId } from '../../core/run-report.ts';
import { useActions } from '../../state/hooks.ts';
import { useSay } from '../../ui/words.tsx';
import { deltaOf } from './deltas.ts';
import { colourOf } from './drawn-curves.ts';
import { ColumnGap } from './RunsHead.tsx';
import styles from './RunsTable.module.css';
import type { ColumnsInSight } from './use-columns-in-sight.ts';

interface RunRowProps {
  readonly record: RunRecord;
  readonly label: string;
  readonly sight: ColumnsInSight;
  readonly rowIndex: number;
  readonly baseline: RunRecord | undefined;
  /** Among the runs that are drawn; −1 where it is not. */
  readonly place: number;
  readonly canDraw: boolean;
  /** What it is doing, where it is not over. */
  readonly underWay: 'running' | 'paused' | null;
  readonly isChosen: boolean;
  /** Of repeats, whose row stands above. */
  readonly isMember: boolean;
  readonly onChoose: (id: RunId | null) => void;
}

export const RunRow = memo(function RunRow({ record, sight, rowIndex, baseline, isChosen, onChoose, ...row }: RunRowProps) {
  const { drawRun } = useActions();
  const say = useSay();
  const { id } = record;
  const isDrawn = row.place >= 0;
  const { others, before, gapBefore, gapAfter } = sight;
  return (
    <tr aria-rowindex={rowIndex} data-chosen={isChosen || undefined}>
      <td aria-colindex={1}>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={isDrawn}
            disabled={!isDrawn && !row.canDraw}
            onChange={({ target }) => drawRun(id, target.checked)}
          />
          <span className="visually-hidden">Draw the curve of {row.label}</span>
          {isDrawn && <span className={styles.swatch} style={{ background: `var(${colourOf(row.place)})` }} />}
        </label>
      </td>
      <th scope="row" aria-colindex={2} data-member={row.isMember || undefined}>
        <button type="button" className={styles.name} aria-expanded={isChosen} onClick={() => onChoose(isChosen ? null : id)}>
          {row.label}
        </button>
        <Mark record={record} isBaseline={id === baseline?.id} underWay={row.underWay} />
      </th>
      <ColumnGap width={gapBefore} />
      {others.map(({ name, text, isNumber, figure }, at) => (
        <td key={name} aria-colindex={before + at + 3} data-number={isNumber || undefined}>
          {say(text(record))}
          {baseline && figure && <Beside figure={figure} record={record} baseline={baseline} />}
        </td>
      ))}
      <ColumnGap width={gapAfter} />
    </tr>
  );
});

interface MarkProps {
  readonly record: RunRecord;
  readonly isBaseline: boolean;
  readonly underWay: RunRowProps['underWay'];
}

function Mark({ record: { origin, outcome, fold }, isBaseline, underWay }: MarkProps) {
  const marks = [
    ...(isBaseline ? ['baseline'] : []),
    ...(origin === 'file' ? ['file'] : []),
    ...(fold ? [`fold ${fold.at}`] : []),
    ...(underWay ? [underWay] : outcome === null ? ['interrupted'] : outcome === 'failed' ? ['failed'] : []),
  ];
  return marks.length > 0 && <span className={styles.mark}>{marks.join(', ')}</span>;
}

interface BesideProps {
  readonly figure: FigureName;
  readonly record: RunRecord;
  readonly baseline: RunRecord;
}

function Beside({ figure, record, baseline }: BesideProps) {
  const delta = deltaOf(figure, record, baseline);
  if (delta === null) return null;
  if ('text' in delta) return <span className={styles.delta}>{delta.text}</span>;
  return (
    <span className={styles.delta} title={`Not compared: ${delta.because}`}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">not compared: {delta.because}</span>
    </span>
  );
}
