import { modelWords } from '../../../core/model-words.ts';
import { readableTitle, shortTitle } from '../../../core/movie-title.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import { TableFrame } from '../../../ui/TableFrame.tsx';
import type { RecommendedMovie } from '../contract.ts';
import { selectRequest } from '../selectors.ts';
import { useAnswer } from '../use-answer.ts';
import styles from './Beside.module.css';
import type { Beside } from './contract.ts';
import type { OtherChoice } from './others.ts';
import { fairWords, overlapWords, placeIn } from './words.ts';

interface BesideListProps {
  readonly choice: OtherChoice;
  readonly userId: RecommendedMovie['movieId'];
  /** Names the model in use. */
  readonly mine: string;
  /** What changes when its list may. */
  readonly of: string;
}

/** The lists of two models for one user, column by column. */
export function BesideList({ choice, userId, mine, of }: BesideListProps) {
  const { askBeside, listRequest } = useActions();
  const request = useNotebookState(selectRequest);
  const {
    answer,
    problem,
    of: answered,
  } = useAnswer(
    async () => askBeside().compare({ userId, other: choice.other, request: await listRequest() }),
    `${JSON.stringify(choice.other)} ${userId} ${of} ${request}`,
  );
  if (problem) return <Notice tone="failed" message={problem.message} remedy={problem.remedy} />;
  const isOfThis = typeof answered === 'string' && answered.startsWith(JSON.stringify(choice.other));
  if (answer === null || !isOfThis) return <Muted role="status">The other model is being prepared…</Muted>;
  return <TwoLists answer={answer} titles={[mine, choice.label]} />;
}

function TwoLists({ answer, titles }: { readonly answer: Beside; readonly titles: readonly [string, string] }) {
  const { mine, theirs, configuration } = answer;
  const caption = 'Both lists';
  const rows = Array.from({ length: Math.max(mine.length, theirs.length) }, (_, place) => ({
    key: place,
    cells: [
      String(place + 1),
      <Movie key="mine" movie={mine[place]} other={theirs} />,
      <Movie key="theirs" movie={theirs[place]} other={mine} />,
    ],
  }));
  return (
    <section className={styles.lists} aria-label="Two models side by side">
      <p role="status">{overlapWords(answer)}</p>
      <TableFrame label={caption}>
        <Table
          caption={caption}
          isCaptionHidden
          columns={[{ title: 'Place', isNumber: true }, { title: titles[0] }, { title: titles[1] }]}
          rows={rows}
          empty="No movie passes the filters."
        />
      </TableFrame>
      <Muted>
        {fairWords(answer)} The other model: {modelWords(configuration)}, seed {configuration.seed}.
      </Muted>
    </section>
  );
}

function Movie({ movie, other }: { readonly movie: RecommendedMovie | undefined; readonly other: readonly RecommendedMovie[] }) {
  if (movie === undefined) return '–';
  const place = placeIn(other, movie);
  return (
    <>
      <span className={place === '' ? undefined : styles.shared}>{shortTitle(readableTitle(movie.title))}</span>{' '}
      {place !== '' && <Muted as="span">{place}</Muted>}
    </>
  );
}
