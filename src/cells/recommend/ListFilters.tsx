import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { Scale } from '../../ui/scale.ts';
import { DISCOUNT, requestOf, TOP } from './choices.ts';
import styles from './ListFilters.module.css';
import { MovieFilterFields } from './MovieFilterFields.tsx';
import { hasIntervals } from './order-note.ts';

const selectHasIntervals = ({ recommend }: NotebookState) => recommend.result !== null && hasIntervals(recommend.result);

const selectChoices = ({ recommend }: NotebookState) => recommend.choices;

const COUNT: Scale = { ...TOP, scale: 'log', step: 1, integer: true, zero: false };
const STRENGTH: Scale = { ...DISCOUNT, scale: 'linear', step: 0.1, integer: false, zero: false };
const RATED = [
  { value: 'out', label: 'Leave out' },
  { value: 'learned-out', label: 'If not in training' },
  { value: 'in', label: 'Show all' },
] as const;

interface ListFiltersProps {
  /** Whether the list is that of a user of the data: no one else has intervals. */
  readonly isOfUser: boolean;
}

/** How long the list is, and among which movies it chooses. */
export function ListFilters({ isOfUser }: ListFiltersProps) {
  const choices = useNotebookState(selectChoices);
  const { chooseList, clearListFilters } = useActions();
  const hasBounds = useNotebookState(selectHasIntervals);
  const { count, rated = 'out', discount = DISCOUNT.initial, careful = false } = requestOf(choices);
  const isFiltered = Boolean(choices.genre ?? choices.years ?? choices.titles);
  return (
    <div className={styles.filters}>
      <NumberSlider
        label="Movies to show"
        help="How long the list is."
        defaultText={String(TOP.initial)}
        defaultValue={TOP.initial}
        changed={count !== TOP.initial}
        scale={COUNT}
        unit="movies"
        value={count}
        write={String}
        onChange={(to) => chooseList({ top: to === TOP.initial ? '' : String(to) })}
      />
      <NumberSlider
        label="Discount popularity"
        help="Lowers each score by this × standard deviation of the scores × log₁₀ of the movie’s ratings."
        defaultText="off"
        defaultValue={DISCOUNT.initial}
        changed={discount !== DISCOUNT.initial}
        scale={STRENGTH}
        unit=""
        value={discount}
        write={(value) => (value === 0 ? 'off' : String(value))}
        onChange={(to) => chooseList({ discount: to === DISCOUNT.initial ? '' : String(to) })}
      />
      {isOfUser && hasBounds && (
        <Switch
          label="Order by lower bound"
          help="Lowers each prediction by one standard deviation of the samples’ predictions: movies that the model is less sure of come later."
          defaultText="off"
          changed={careful}
          value={careful}
          onChange={(to) => chooseList({ careful: to ? 'yes' : '' })}
        />
      )}
      <Segmented
        label="Movies that the user has rated"
        help="A movie whose rating was not in training tests the list."
        defaultText="leave out"
        changed={rated !== 'out'}
        options={RATED}
        value={rated}
        onChange={(to) => chooseList({ rated: to === 'out' ? '' : to })}
      />
      <MovieFilterFields />
      {isFiltered && (
        <Button icon="cross" className={styles.clear} onClick={clearListFilters}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
