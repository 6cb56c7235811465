import type { SettingName } from '../../core/hyperparameters.ts';
import { labelOf } from '../../core/settings/words.ts';
import type { Axis } from '../../core/sweep/axis.ts';
import { offeredAxis, sweepable } from '../../core/sweep/offer.ts';
import { BUDGET, type SweepRounds, type SweepSettings, TRIALS } from '../../core/sweep/sweep-settings.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { AxisFields } from './AxisFields.tsx';
import { NumberField } from './NumberField.tsx';
import styles from './SweepPanel.module.css';
import { selectSettings } from './selectors.ts';

const METHODS = [
  ['quasi-random', 'Quasi-random'],
  ['random', 'Random'],
  ['grid', 'Grid'],
] as const;
const MEASURES = [
  ['rmse', 'Validation RMSE'],
  ['ndcg', 'Validation NDCG@10'],
] as const;
const ROUNDS = [
  ['full', 'All epochs'],
  ['halving', 'Successive halving'],
  ['hyperband', 'Hyperband'],
] as const;
const ROUND_WORDS: Readonly<Record<SweepRounds, string | null>> = {
  full: null,
  halving: 'All trials start with few epochs, and only the best quarter continue with up to four times as many.',
  hyperband:
    'Successive halving several times. Each time fewer trials start, with more epochs, so settings that learn slowly have a chance.',
};
const BUDGET_LIMITS = { ...BUDGET, integer: true, zero: true };
const SEED_LIMITS = { min: 0, max: 999_999, integer: true, zero: false };
const TRIAL_LIMITS = { ...TRIALS, integer: true, zero: false };

/** What is varied, and how. */
export function SweepForm() {
  const { settings } = useNotebookState(selectSettings);
  const { setSweep } = useActions();
  const { axes, method, rounds, trials, seed, measure, seconds } = settings;
  const set = (part: Partial<SweepSettings>): void => void setSweep({ ...settings, ...part });
  const setAxis = (at: number, axis: Axis): void => set({ axes: axes.with(at, axis) });
  return (
    <>
      {axes.map((axis, at) => (
        <AxisFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a setting may be there twice by an address
          key={`${axis.name} ${at}`}
          axis={axis}
          hasSteps={method === 'grid'}
          onChange={(to) => setAxis(at, to)}
          onRemove={() => set({ axes: axes.toSpliced(at, 1) })}
        />
      ))}
      <AddAxis axes={axes} onAdd={(axis) => set({ axes: [...axes, axis] })} />
      <div className={styles.fields}>
        <ChoiceField
          className={styles.field}
          label="Trials by"
          value={method}
          options={METHODS}
          onChange={(to) => set({ method: to })}
        />
        {method !== 'grid' && (
          <>
            <NumberField label="Trials" value={trials} limits={TRIAL_LIMITS} onChange={(to) => set({ trials: to })} />
            <NumberField label="Seed of the draws" value={seed} limits={SEED_LIMITS} onChange={(to) => set({ seed: to })} />
          </>
        )}
        <ChoiceField
          className={styles.field}
          label="Epochs per trial"
          value={rounds}
          options={ROUNDS}
          onChange={(to) => set({ rounds: to })}
        />
        <ChoiceField
          className={styles.field}
          label="Choose by"
          value={measure}
          options={MEASURES}
          onChange={(to) => set({ measure: to })}
        />
        <NumberField
          label="Time limit, in seconds (0: none)"
          value={seconds}
          limits={BUDGET_LIMITS}
          onChange={(to) => set({ seconds: to })}
        />
      </div>
      {ROUND_WORDS[rounds] && <Muted>{ROUND_WORDS[rounds]}</Muted>}
    </>
  );
}

interface AddAxisProps {
  readonly axes: readonly Axis[];
  readonly onAdd: (axis: Axis) => void;
}

function AddAxis({ axes, onAdd }: AddAxisProps) {
  const configuration = useNotebookState(selectConfiguration);
  const names = sweepable(configuration).filter((name) => !axes.some((axis) => axis.name === name));
  if (names.length === 0) return null;
  const options = [['', 'Choose…'], ...names.map((name) => [name, labelOf(name, configuration)] as const)] as const;
  return (
    <div className={styles.row}>
      <ChoiceField<SettingName | ''>
        className={styles.field}
        label="Vary another setting"
        value=""
        options={options as readonly (readonly [SettingName | '', string])[]}
        onChange={(name) => name !== '' && onAdd(offeredAxis(name, configuration))}
      />
    </div>
  );
}
