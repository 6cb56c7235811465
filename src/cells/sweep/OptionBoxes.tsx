import { type Axis, type AxisValue, formatValue, type ListAxis } from '../../core/sweep/axis.ts';
import { offeredAxis } from '../../core/sweep/offer.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { useSay } from '../../ui/words.tsx';
import styles from './SweepPanel.module.css';

interface OptionBoxesProps {
  readonly axis: ListAxis;
  readonly onChange: (axis: Axis) => void;
}

/** Which of the options of a setting are tried. */
export function OptionBoxes({ axis, onChange }: OptionBoxesProps) {
  const say = useSay();
  const configuration = useNotebookState(selectConfiguration);
  const offered = offeredAxis(axis.name, configuration);
  const options: readonly AxisValue[] = offered.kind === 'list' ? offered.values : [];
  const choose = (value: AxisValue, on: boolean): void =>
    onChange({ ...axis, values: options.filter((one) => (one === value ? on : axis.values.includes(one))) });
  return options.map((value) => (
    <label key={String(value)} className={styles.switch}>
      <input type="checkbox" checked={axis.values.includes(value)} onChange={({ target }) => choose(value, target.checked)} />
      {say(formatValue(axis.name, value))}
    </label>
  ));
}
