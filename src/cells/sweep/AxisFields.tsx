import type { NumberSetting, Setting } from '../../core/settings/setting.ts';
import { labelOf } from '../../core/settings/words.ts';
import { type Axis, type AxisValue, gridValues, type ListAxis, type RangeAxis, settingOf } from '../../core/sweep/axis.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { useSay } from '../../ui/words.tsx';
import { NumberField } from './NumberField.tsx';
import { NumberList } from './NumberList.tsx';
import { OptionBoxes } from './OptionBoxes.tsx';
import styles from './SweepPanel.module.css';

interface AxisFieldsProps {
  readonly axis: Axis;
  /** Whether the number of values in a range matters. */
  readonly hasSteps: boolean;
  readonly onChange: (axis: Axis) => void;
  readonly onRemove: () => void;
}

const SPACINGS = [
  ['linear', 'Range, linear'],
  ['log', 'Range, logarithmic'],
  ['list', 'List'],
] as const;
type Spacing = (typeof SPACINGS)[number][0];

/** The values that one setting is given. */
export function AxisFields({ axis, hasSteps, onChange, onRemove }: AxisFieldsProps) {
  const say = useSay();
  const setting = settingOf(axis);
  const label = say(labelOf(axis.name, useNotebookState(selectConfiguration)));
  return (
    <fieldset className={styles.axis}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.fields}>
        {setting.kind === 'number' ? (
          <NumberAxis axis={axis} setting={setting} hasSteps={hasSteps} onChange={onChange} />
        ) : (
          <OptionBoxes axis={axis as ListAxis} onChange={onChange} />
        )}
        <Button look="quiet" icon="cross" onClick={onRemove}>
          Remove<span className="visually-hidden"> {label}</span>
        </Button>
      </div>
    </fieldset>
  );
}

interface NumberAxisProps extends Pick<AxisFieldsProps, 'axis' | 'hasSteps' | 'onChange'> {
  readonly setting: NumberSetting & Setting;
}

function NumberAxis({ axis, setting, hasSteps, onChange }: NumberAxisProps) {
  const spacing: Spacing = axis.kind === 'list' ? 'list' : axis.scale;
  return (
    <>
      <ChoiceField
        className={styles.field}
        label="Values"
        value={spacing}
        options={SPACINGS}
        onChange={(to) => onChange(respaced(axis, to))}
      />
      {axis.kind === 'list' ? (
        <NumberList
          values={axis.values as readonly number[]}
          limits={setting}
          onChange={(values) => onChange({ ...axis, values })}
        />
      ) : (
        <>
          <NumberField label="From" value={axis.from} limits={setting} onChange={(from) => onChange({ ...axis, from })} />
          <NumberField label="To" value={axis.to} limits={setting} onChange={(to) => onChange({ ...axis, to })} />
          {hasSteps && (
            <NumberField label="Number" value={axis.steps} limits={STEPS} onChange={(steps) => onChange({ ...axis, steps })} />
          )}
        </>
      )}
    </>
  );
}

const STEPS = { min: 1, max: 50, integer: true, zero: false };
const USUAL_STEPS = 4;

/** About the same values in another form. */
function respaced(axis: Axis, spacing: Spacing): Axis {
  if (axis.kind === 'range') {
    return spacing === 'list' ? { kind: 'list', name: axis.name, values: valuesOf(axis) } : { ...axis, scale: spacing };
  }
  if (spacing === 'list') return axis;
  const numbers = axis.values.map(Number);
  const [from, to] = numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : [0, 0];
  return { kind: 'range', name: axis.name, scale: spacing, from, to, steps: Math.max(USUAL_STEPS, numbers.length) };
}

/** What no grid can be made of has its ends alone: an address may say anything. */
function valuesOf(axis: RangeAxis): readonly AxisValue[] {
  const isGrid = axis.steps <= STEPS.max && (axis.scale === 'linear' || axis.from > 0);
  return isGrid ? gridValues(axis) : [axis.from, axis.to];
}
