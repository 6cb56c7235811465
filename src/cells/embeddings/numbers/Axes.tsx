import { Fragment } from 'react';
import { formatPercent } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Table } from '../../../ui/Table.tsx';
import { TableFrame } from '../../../ui/TableFrame.tsx';
import type { Axis, EmbeddingNumbers, MovieName } from '../contract.ts';
import styles from '../Embeddings.module.css';
import { MovieLink } from '../MovieLink.tsx';

const CAPTION = 'Principal axes of the embeddings';

/** The factors after a rotation, with the movies at their ends. */
export function Axes({ axes }: Pick<EmbeddingNumbers, 'axes'>) {
  return (
    <section className={styles.section} aria-label="Factors">
      <h3 className={styles.heading}>What the factors follow</h3>
      <Muted>
        A dot product stays the same when all embeddings are rotated, so a single factor means nothing. These are the principal
        axes: the directions in which the embeddings of these movies vary most.
      </Muted>
      {axes === null ? (
        <Muted>This model has no embeddings that differ.</Muted>
      ) : (
        <TableFrame label={CAPTION}>
          <Table
            caption={CAPTION}
            isCaptionHidden
            columns={[
              { title: 'Axis' },
              { title: 'Variance', isNumber: true },
              { title: 'At one end' },
              { title: 'At the other end' },
            ]}
            rows={axes.map((axis, at) => ({
              key: at,
              note: followed(axis),
              cells: [
                at + 1,
                formatPercent(axis.share),
                <Ends key="low" movies={axis.low} />,
                <Ends key="high" movies={axis.high} />,
              ],
            }))}
            className={styles.table}
          />
        </TableFrame>
      )}
      <Muted>
        An axis follows a genre, the year or the number of ratings if their correlation is 0.2 or more and four times its standard
        error. A positive correlation means more of it at the other end.
      </Muted>
    </section>
  );
}

const Ends = ({ movies }: { readonly movies: readonly MovieName[] }) =>
  movies.map((movie) => (
    <Fragment key={movie.movieId}>
      <MovieLink movie={movie} />
      <br />
    </Fragment>
  ));

const followed = ({ follows }: Axis): string =>
  follows.length === 0
    ? 'Follows nothing clearly.'
    : `Follows ${follows.map(({ trait, correlation }) => `${trait} ${correlation < 0 ? '−' : '+'}${Math.abs(correlation).toFixed(2)}`).join(', ')}.`;
