import { useState } from 'react';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { formatQuantity } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { NumberSlider } from '../../../ui/NumberSlider.tsx';
import type { Scale } from '../../../ui/scale.ts';
import styles from '../Embeddings.module.css';
import { selectModelKey } from '../selectors.ts';
import { useAnswer } from '../use-answer.ts';
import { Axes } from './Axes.tsx';
import { Biases } from './Biases.tsx';
import { Lengths } from './Lengths.tsx';

const DEFAULT = 20;
const SCALE: Scale = { min: 1, max: 5000, scale: 'log', step: 1, integer: true, zero: false };

/** What biases, factors and lengths say. */
export function NumbersPanel() {
  const [minRatings, setMinRatings] = useState(DEFAULT);
  const model = useNotebookState(selectModelKey);
  const { askEmbeddings } = useActions();
  const { answer, error } = useAnswer(`${model} ${minRatings}`, () => askEmbeddings().numbers({ minRatings }));
  return (
    <div className={styles.view}>
      <div className={styles.setting}>
        <NumberSlider
          label="Rated at least"
          help="The numbers of movies with few ratings say little."
          defaultText={String(DEFAULT)}
          defaultValue={DEFAULT}
          changed={minRatings !== DEFAULT}
          scale={SCALE}
          unit="times"
          value={minRatings}
          write={String}
          onChange={setMinRatings}
        />
      </div>
      {error && <Notice tone="failed" message={error.message} remedy={error.remedy} />}
      {answer?.movies === 0 && <Muted>No movie has {formatQuantity(answer.minRatings, 'rating')}. Choose fewer.</Muted>}
      {answer && answer.movies > 0 && (
        <>
          <Biases biases={answer.biases} />
          <Axes axes={answer.axes} />
          {answer.lengths && <Lengths {...answer.lengths} />}
        </>
      )}
    </div>
  );
}
