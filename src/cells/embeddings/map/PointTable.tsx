import { useState } from 'react';
import { useActions } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import type { EmbeddingMap } from '../contract.ts';
import styles from '../Embeddings.module.css';
import { useAnswer } from '../use-answer.ts';
import { PointRows } from './PointRows.tsx';

const PAGE = 50;

/** The same as the map, page by page. */
export function PointTable({ map: { positions, runId } }: { readonly map: EmbeddingMap }) {
  const { askEmbeddings } = useActions();
  const [from, setFrom] = useState(0);
  const count = positions.length / 2;
  const { answer } = useAnswer(`${runId} ${from}`, () => askEmbeddings().page({ from, count: PAGE }));
  const to = Math.min(count, from + PAGE);
  return (
    <div className={styles.section}>
      {answer && <PointRows caption="Points with the most ratings first" rows={answer} positions={positions} />}
      <div className={styles.row}>
        <Button icon="previous" aria-label="Previous page" disabled={from === 0} onClick={() => setFrom(from - PAGE)} />
        <Button icon="next" aria-label="Next page" disabled={to >= count} onClick={() => setFrom(from + PAGE)} />
        <Muted as="span">
          {formatCount(from + 1)} to {formatCount(to)} of {formatCount(count)}
        </Muted>
      </div>
    </div>
  );
}
