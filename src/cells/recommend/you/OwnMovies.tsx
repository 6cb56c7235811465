import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { selectMeasureInUse } from '../../../state/selectors.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Provenance } from '../../../ui/Provenance.tsx';
import { runProvenance, withElapsed } from '../../provenance.ts';
import { FewMovies } from '../FewMovies.tsx';
import { scoreName } from '../order-note.ts';
import { selectInUse } from '../selectors.ts';
import { TicketList } from '../TicketList.tsx';
import { Unmatched } from '../Unmatched.tsx';
import { useAnswer } from '../use-answer.ts';
import type { OwnMovie } from './contract.ts';
import { foldedWords, missingWords } from './words.ts';
import styles from './You.module.css';

interface OwnMoviesProps {
  readonly own: readonly OwnMovie[];
  /** What changes when the list may. */
  readonly of: string;
}

/** The visitor's list, which follows every rating. */
export function OwnMovies({ own, of }: OwnMoviesProps) {
  const { recommendOwn } = useActions();
  const inUse = useNotebookState(selectInUse);
  const measure = useNotebookState(selectMeasureInUse);
  const { answer, problem } = useAnswer(recommendOwn, inUse && own.length > 0 ? `${of} ${JSON.stringify(own)}` : null);
  if (own.length === 0) return null;
  if (problem) return <Notice tone="failed" message={problem.message} remedy={problem.remedy} />;
  if (answer === null || inUse === null) return null;
  return (
    <section className={styles.list} aria-labelledby="own-title">
      <h3 id="own-title" className={styles.title}>
        For you
      </h3>
      <Muted>{foldedWords(answer.by)}</Muted>
      <TicketList movies={answer.movies} measure={measure} score={scoreName(inUse.configuration)} />
      <FewMovies result={answer} whom="you" />
      <Unmatched titles={answer.unmatched} />
      {answer.missing.length > 0 && <Notice tone="info" message={missingWords(answer.missing)} />}
      <Provenance parts={withElapsed(runProvenance(inUse), answer.milliseconds / 1000)} />
    </section>
  );
}
