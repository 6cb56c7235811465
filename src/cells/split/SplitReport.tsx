import type { DataSummary } from '../../core/data-summary.ts';
import type { SplitReport as Report } from '../../core/split/report.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Provenance } from '../../ui/Provenance.tsx';
import { useSay } from '../../ui/words.tsx';
import { PartFigures } from './PartFigures.tsx';
import styles from './SplitCell.module.css';
import { UserStrips } from './UserStrips.tsx';
import { verdictOf } from './verdict.ts';

interface SplitReportProps {
  readonly report: Report;
  readonly of: DataSummary;
}

/** What is held out, and what that means. */
export function SplitReport({ report, of }: SplitReportProps) {
  const { seed } = useNotebookState(selectConfiguration);
  const say = useSay();
  return (
    <>
      <div className={styles.output}>
        <PartFigures report={report} />
        <UserStrips strips={report.strips} />
      </div>
      <ul className={styles.verdict}>
        {verdictOf(report).map((sentence) => (
          <li key={sentence}>
            <p>{say(sentence)}</p>
          </li>
        ))}
      </ul>
      <Provenance parts={[of.name, `seed ${seed}`]} />
    </>
  );
}
