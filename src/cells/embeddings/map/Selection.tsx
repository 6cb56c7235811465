import { useMemo } from 'react';
import { useActions } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount, formatPercent, formatQuantity } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import styles from '../Embeddings.module.css';
import { useAnswer } from '../use-answer.ts';
import { PointRows } from './PointRows.tsx';

interface SelectionProps {
  readonly points: Int32Array;
  readonly onClear: () => void;
}

/** What was selected, and which genres it has in common. */
export function Selection({ points, onClear }: SelectionProps) {
  const { askEmbeddings } = useActions();
  const key = useMemo(() => points.join(), [points]);
  const { answer } = useAnswer(key, () => askEmbeddings().points({ points }));
  if (answer === null) return null;
  const { count, rows, genres } = answer;
  return (
    <section className={styles.section} aria-label="Selected points">
      <div className={styles.row}>
        <strong>{formatQuantity(count, 'point')} selected</strong>
        <Button onClick={onClear}>Clear the selection</Button>
      </div>
      {genres.length > 0 && (
        <Muted>
          More frequent here than on the whole map:{' '}
          {genres
            .map(({ genre, share, shareOfAll }) => `${genre} ${formatPercent(share)} (${formatPercent(shareOfAll)})`)
            .join(', ')}
          .
        </Muted>
      )}
      <PointRows
        caption={count > rows.length ? `The ${formatCount(rows.length)} with the most ratings` : 'Those selected'}
        rows={rows}
      />
    </section>
  );
}
