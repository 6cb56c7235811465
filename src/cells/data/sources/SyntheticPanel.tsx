import { useState } from 'react';
import {
  nameOfShape,
  parseSynthetic,
  SHAPE_LIMITS,
  SHAPES,
  type SyntheticShape,
  shapeProblem,
} from '../../../core/synthetic-shape.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { NumberSlider } from '../../../ui/NumberSlider.tsx';
import { SeedField } from '../../../ui/SeedField.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import styles from './Panel.module.css';

const INITIAL = SHAPES['1m'] as SyntheticShape;
const PRESETS = Object.keys(SHAPES).map((name) => ({ value: name, label: name.toUpperCase() }));

const FIELDS = [
  { name: 'users', label: 'Users', help: 'Each has at least 20 ratings.' },
  { name: 'movies', label: 'Movies', help: 'A few get most of the ratings, as in real data.' },
  { name: 'ratings', label: 'Ratings', help: 'Whole stars, at most one per user and movie.' },
] as const;

const selectMade = ({ data }: NotebookState) => (typeof data.wanted === 'string' ? parseSynthetic(data.wanted) : null);

/** How many ratings to make up, and the button that does it. */
export function SyntheticPanel() {
  const wanted = useNotebookState(({ data }) => data.wanted);
  const made = selectMade({ data: { wanted } } as NotebookState);
  const [shape, setShape] = useState(made?.shape ?? INITIAL);
  const [seed, setSeed] = useState(made?.seed ?? 1);
  const training = useNotebookState(selectTraining);
  const { load } = useActions();
  const problem = shapeProblem(shape);
  const preset = Object.keys(SHAPES).find((name) => JSON.stringify(SHAPES[name]) === JSON.stringify(shape)) ?? '';
  return (
    <section className={styles.panel} aria-label="Synthetic ratings">
      <div className={styles.grid}>
        <Segmented
          label="Size"
          help="Sizes of the MovieLens releases, or any other size below."
          defaultText="1M"
          changed={preset !== '1m'}
          options={PRESETS}
          value={preset}
          onChange={(name) => setShape(SHAPES[name] as SyntheticShape)}
        />
        <SeedField
          label="Seed"
          help="The same seed and size make the same ratings."
          defaultText="1"
          changed={seed !== 1}
          max={SHAPE_LIMITS.seed[1]}
          value={seed}
          onChange={setSeed}
        />
      </div>
      <div className={styles.grid}>
        {FIELDS.map(({ name, label, help }) => (
          <NumberSlider
            key={name}
            label={label}
            help={help}
            defaultText={formatCount(INITIAL[name])}
            changed={shape[name] !== INITIAL[name]}
            unit=""
            scale={{ min: SHAPE_LIMITS[name][0], max: SHAPE_LIMITS[name][1], scale: 'log', step: 1, integer: true, zero: false }}
            value={shape[name]}
            defaultValue={INITIAL[name]}
            write={formatCount}
            onChange={(value) => setShape({ ...shape, [name]: value })}
          />
        ))}
      </div>
      <p className={styles.actions}>
        <Button look="primary" disabled={training || problem !== null} onClick={() => void load(nameOfShape(shape, seed))}>
          Make {formatCount(shape.ratings)} ratings
        </Button>
        {problem && (
          <span className={styles.problem} role="status">
            {problem}
          </span>
        )}
      </p>
    </section>
  );
}
