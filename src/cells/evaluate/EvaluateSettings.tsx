import { defaultThreshold } from '../../core/evaluate/relevance.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { Scale } from '../../ui/scale.ts';
import styles from './EvaluateCell.module.css';
import { PLACES } from './places.ts';
import { selectEvaluate, selectRunInUse, selectThreshold } from './selectors.ts';

const K_SCALE: Scale = { ...PLACES, scale: 'log', step: 1, integer: true, zero: false };
const PARTS = [
  { value: 'validation', label: 'Validation' },
  { value: 'test', label: 'Test, once per run' },
] as const;

const selectScale = ({ training, data }: NotebookState) => (training.inUse?.data ?? data.summary)?.scale ?? null;

export function EvaluateSettings() {
  const { k, threshold, part } = useNotebookState(selectEvaluate);
  const from = useNotebookState(selectThreshold);
  const scale = useNotebookState(selectScale);
  const run = useNotebookState(selectRunInUse);
  const { setEvaluation } = useActions();
  const initial = scale ? defaultThreshold(scale) : 4;
  return (
    <div className={styles.settings}>
      <NumberSlider
        label="List length (k)"
        help="How many places of each list are measured."
        defaultText={String(PLACES.initial)}
        defaultValue={PLACES.initial}
        changed={k !== PLACES.initial}
        scale={K_SCALE}
        unit="movies"
        value={k}
        write={String}
        onChange={(to) => setEvaluation({ k: to })}
      />
      {scale && scale.max > scale.min && (
        <NumberSlider
          label="Relevant from"
          help="A movie of the measured part with at least this many stars is relevant."
          defaultText={String(initial)}
          defaultValue={initial}
          changed={threshold !== null && threshold !== initial}
          scale={{
            min: scale.min,
            max: scale.max,
            scale: 'linear',
            step: scale.step || (scale.max - scale.min) / 20,
            integer: false,
            zero: false,
          }}
          unit="stars"
          value={from ?? initial}
          write={String}
          onChange={(to) => setEvaluation({ threshold: to === initial ? null : to })}
        />
      )}
      {run !== null && run.testRatings > 0 && (
        <Segmented
          label="Measured on"
          help="The test part is measured once per run, so that nothing is chosen with it."
          defaultText="Validation"
          changed={part !== 'validation'}
          options={PARTS}
          value={part}
          onChange={(to) => setEvaluation({ part: to === 'test' ? 'test' : 'validation' })}
        />
      )}
    </div>
  );
}
