import { readableTitle } from '../../../core/movie-title.ts';
import { useActions } from '../../../state/hooks.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import { useSay } from '../../../ui/words.tsx';
import type { Recommendation, RecommendedMovie } from '../contract.ts';
import { useAnswer } from '../use-answer.ts';
import type { Why, WhyPulls, WhySum } from './contract.ts';
import styles from './WhyMovie.module.css';
import { leftWords, partWords, pullWords, shownWords, signed, sumTitle } from './words.ts';

interface WhyMovieProps {
  readonly movie: RecommendedMovie;
  readonly result: Recommendation;
}

/** What the model goes by when it recommends a movie to a user. */
export function WhyMovie({ movie, result }: WhyMovieProps) {
  const { explainMovie } = useActions();
  const { movieId } = movie;
  const { answer, problem } = useAnswer(() => explainMovie({ userId: result.userId, movieId }), result);
  if (problem) return <Notice tone="failed" message={problem.message} remedy={problem.remedy} />;
  if (answer === null) return null;
  return (
    <section className={styles.why} aria-label={`Why ${readableTitle(movie.title)}`}>
      {answer.sums.map((sum) => (
        <SumTable key={sum.of} sum={sum} />
      ))}
      {answer.left.length > 0 && <LeftTable left={answer.left} />}
      {answer.pulls ? <PullTable pulls={answer.pulls} /> : <Muted>{NO_PULLS}</Muted>}
    </section>
  );
}

const NO_PULLS =
  'The single ratings cannot be told apart here: the model learned from none of this user, or its layers mix them all.';

function SumTable({ sum }: { readonly sum: WhySum }) {
  const words = shownWords(sum);
  return (
    <div>
      <Table
        caption={sumTitle(sum)}
        columns={[{ title: 'Part' }, { title: 'Adds', isNumber: true }]}
        rows={sum.parts.map(({ name, value }) => ({ key: name, cells: [partWords(name), signed(value)] }))}
        total={['Sum', sum.total.toFixed(3)]}
        className={styles.table}
      />
      {words && <Muted>{words}</Muted>}
    </div>
  );
}

function LeftTable({ left }: { readonly left: Why['left'] }) {
  return (
    <div>
      <Table
        caption="Inputs of the dense layers"
        columns={[{ title: 'Input' }, { title: 'Changes the prediction by', isNumber: true }]}
        rows={left.map(({ name, change }) => ({ key: name, cells: [leftWords(name), signed(change)] }))}
        className={styles.table}
      />
      <Muted>
        An approximation by occlusion: each input is set to zero by itself. Layers are not a sum, so these numbers do not add up.
      </Muted>
    </div>
  );
}

function PullTable({ pulls }: { readonly pulls: WhyPulls }) {
  const say = useSay();
  const rows = pulls.strongest.map(({ movieId, title, stars, pull }) => ({
    key: movieId,
    cells: [readableTitle(title), stars.toFixed(1), signed(pull)],
  }));
  const others = pulls.others === 0 ? [] : [{ key: ' others', cells: [`${pulls.others} other ratings`, '', signed(pulls.rest)] }];
  return (
    <div>
      <Table
        caption="Rated movies that pull the score up or down"
        columns={[{ title: 'Movie' }, { title: 'Gave', isNumber: true }, { title: 'Pull', isNumber: true }]}
        rows={[...rows, ...others, { key: ' base', cells: [say('Without any rating'), '', signed(pulls.base)] }]}
        total={['Sum', '', pulls.folded.toFixed(3)]}
        className={styles.table}
      />
      <Muted>{pullWords(pulls)}</Muted>
    </div>
  );
}
