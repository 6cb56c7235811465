import { memo } from 'react';
import { pairedDifference, type Standing, standingOf } from '../../../core/repeats/compare.ts';
import type { RepeatGroup } from '../../../core/repeats/groups.ts';
import { changeWords, countWords } from '../../../core/repeats/words.ts';
import type { FigureName } from '../../../core/run-figures.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import { useSay } from '../../../ui/words.tsx';
import { ColumnGap } from '../RunsHead.tsx';
import styles from '../RunsTable.module.css';
import type { ColumnsInSight } from '../use-columns-in-sight.ts';
import { groupCell, groupLabel } from './group-cell.ts';

interface GroupRowProps {
  readonly group: RepeatGroup;
  readonly isOpen: boolean;
  readonly sight: ColumnsInSight;
  readonly rowIndex: number;
  /** What it is compared with; undefined where there is no baseline. */
  readonly baseline: readonly RunRecord[] | undefined;
  readonly onOpen: (id: string, open: boolean) => void;
}

/** Repeats of a run as one row, which opens to its runs. */
export const GroupRow = memo(function GroupRow({ group, isOpen, sight, rowIndex, baseline, onOpen }: GroupRowProps) {
  const say = useSay();
  const isBaseline = baseline === group.counted;
  const { others, before, gapBefore, gapAfter } = sight;
  return (
    <tr aria-rowindex={rowIndex} data-chosen={isOpen || undefined}>
      <td aria-colindex={1} />
      <th scope="row" aria-colindex={2}>
        <button type="button" className={styles.name} aria-expanded={isOpen} onClick={() => onOpen(group.id, !isOpen)}>
          {groupLabel(group)}
        </button>
        <span className={styles.mark}>
          {[countWords(group), ...(isBaseline ? ['baseline'] : []), ...(group.failed > 0 ? [`${group.failed} failed`] : [])].join(
            ', ',
          )}
        </span>
      </th>
      <ColumnGap width={gapBefore} />
      {others.map((column, at) => (
        <td
          key={column.name}
          className={styles.spread}
          aria-colindex={before + at + 3}
          data-number={column.isNumber || undefined}
        >
          {say(groupCell(column, group))}
          {baseline && !isBaseline && column.figure && <Beside figure={column.figure} group={group} baseline={baseline} />}
        </td>
      ))}
      <ColumnGap width={gapAfter} />
    </tr>
  );
});

const STANDING_TITLES: Readonly<Record<Standing, string>> = {
  better: 'Better than the baseline: the interval of the paired differences leaves out zero.',
  worse: 'Worse than the baseline: the interval of the paired differences leaves out zero.',
  'not clearly different': 'Not clearly different from the baseline: the interval of the paired differences includes zero.',
};

interface BesideProps {
  readonly figure: FigureName;
  readonly group: RepeatGroup;
  readonly baseline: readonly RunRecord[];
}

function Beside({ figure, group, baseline }: BesideProps) {
  if (figure === 'seconds') return null;
  const paired = pairedDifference(figure, group.counted, baseline);
  if ('interval' in paired) {
    const standing = standingOf(figure, paired.interval);
    return (
      <span className={styles.below} title={STANDING_TITLES[standing]}>
        {changeWords(paired.interval)} {standing === 'not clearly different' ? 'unclear' : standing}
      </span>
    );
  }
  return (
    <span className={styles.below} title={`Not compared: ${paired.because}`}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">not compared: {paired.because}</span>
    </span>
  );
}
