import type { Evaluation } from '../../core/evaluate/evaluation.ts';
import { notesOf } from '../../core/evaluate/notes.ts';
import { verdictOf, verdictWords } from '../../core/evaluate/verdict.ts';
import type { RunStart } from '../../core/run-report.ts';
import { formatQuantity } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import { useSay } from '../../ui/words.tsx';
import { runProvenance, withElapsed } from '../provenance.ts';
import { Calibration } from './Calibration.tsx';
import { coverageWords } from './coverage-words.ts';
import { ErrorsBy } from './ErrorsBy.tsx';
import styles from './EvaluateCell.module.css';
import { ListTables } from './ListTables.tsx';
import { INTERVAL_WORDS } from './metric-words.ts';

interface EvaluationResultProps {
  readonly evaluation: Evaluation;
  readonly of: RunStart;
}

/** The verdict first, then the figures behind it. */
export function EvaluationResult({ evaluation, of }: EvaluationResultProps) {
  const { own, calibration, groups, coverage, part, seconds } = evaluation;
  const notes = notesOf(evaluation);
  const say = useSay();
  return (
    <div className={styles.result}>
      {own.lists && (
        <p className={styles.verdict} data-verdict={verdictOf(evaluation)}>
          {say(verdictWords(evaluation))}
        </p>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>
              <p>{say(note)}</p>
            </li>
          ))}
        </ul>
      )}
      <Muted>{protocolWords(evaluation)}</Muted>
      <ListTables evaluation={evaluation} />
      {coverage && <p>{say(coverageWords(coverage))}</p>}
      <Muted>{INTERVAL_WORDS}</Muted>
      {own.stars && (
        <div className={styles.charts}>
          {calibration && <Calibration bins={calibration} />}
          {groups && <ErrorsBy groups={groups} />}
        </div>
      )}
      <Provenance parts={withElapsed([...runProvenance(of), `${part} part`], seconds)} />
    </div>
  );
}

function protocolWords(evaluation: Evaluation): string {
  const { part, threshold, users, population, judged, relevant, catalogue, recommended, minRatings } = evaluation;
  const drawn = users < population ? `, drawn with the seed from ${formatQuantity(population, 'user')}` : '';
  const floor =
    minRatings > 1 && recommended < catalogue
      ? `; ${formatQuantity(recommended, 'movie')} with ${minRatings} training ratings or more can be recommended`
      : '';
  return `Measured on the ${part} part: the lists of ${formatQuantity(judged, 'user')} of ${formatQuantity(users, 'user')}${drawn}, with ${formatQuantity(relevant, 'rating')} of ${threshold} stars or more. Each list ranks all ${formatQuantity(catalogue, 'movie')} of the training part, except those that the user rated there${floor}.`;
}
