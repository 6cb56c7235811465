import type { RunStart } from '../../../core/run-report.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectMeasureInUse, selectUserData } from '../../../state/selectors.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Provenance } from '../../../ui/Provenance.tsx';
import { runProvenance, withElapsed } from '../../provenance.ts';
import { FewMovies } from '../FewMovies.tsx';
import { selectRequest, selectWeights } from '../selectors.ts';
import { TicketList } from '../TicketList.tsx';
import { Unmatched } from '../Unmatched.tsx';
import { useAnswer } from '../use-answer.ts';
import styles from './Group.module.css';
import { groupIds } from './group-ids.ts';
import { eachWords, togetherWords, unseenWords } from './words.ts';

interface GroupMoviesProps extends Pick<NotebookState['group'], 'text' | 'together'> {
  readonly inUse: RunStart;
}

/** The list of the users whose ids are typed, or what is wrong with them. */
export function GroupMovies({ text, together, inUse }: GroupMoviesProps) {
  const { askGroup, listRequest } = useActions();
  const data = useNotebookState(selectUserData);
  const measure = useNotebookState(selectMeasureInUse);
  const weights = useNotebookState(selectWeights);
  const request = useNotebookState(selectRequest);
  const ask = async () => askGroup().recommend({ userIds: groupIds(text, data), together, request: await listRequest() });
  const key = `${text} ${together} ${weights} ${request}`;
  const { answer, problem, of } = useAnswer(ask, text === '' ? null : key);
  if (text === '') return <Muted role="status">Type the IDs of two or more users, or add users at random.</Muted>;
  if (problem) return <Notice tone="info" message={problem.message} remedy={problem.remedy} />;
  if (answer === null || of === null) return null;
  const unseen = unseenWords(answer);
  const each = new Map(answer.movies.map((movie) => [movie.movieId, eachWords(movie)]));
  return (
    <section className={styles.list} aria-labelledby="group-title">
      <h3 id="group-title" className={styles.title}>
        For these users together
      </h3>
      <Muted>{togetherWords(together, answer.isStandardised)}</Muted>
      {unseen && <Muted>{unseen}</Muted>}
      <TicketList
        movies={answer.movies}
        measure={measure}
        score={answer.isStandardised ? 'joint score' : null}
        describe={({ movieId }) => each.get(movieId) ?? ''}
      />
      <FewMovies result={answer} whom="group" />
      <Unmatched titles={answer.unmatched} />
      <Provenance parts={withElapsed(runProvenance(inUse), answer.milliseconds / 1000)} />
    </section>
  );
}
