import { describeSelection } from '../../charts/selection.ts';
import type { DimensionName } from '../../core/explore/dimension.ts';
import type { ExploreView } from '../../core/explore/view.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatPercent, formatStars } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useSay } from '../../ui/words.tsx';
import { CHARTS } from './charts.ts';
import styles from './FilterChips.module.css';

interface FilterChipsProps {
  readonly view: ExploreView;
}

const selectFilters = ({ explore }: NotebookState) => explore.filters;
const selectRatings = ({ data }: NotebookState) => data.summary?.ratings ?? 0;

/** How many ratings are looked at, and through which filters. */
export function FilterChips({ view }: FilterChipsProps) {
  const filters = useNotebookState(selectFilters);
  const ratings = useNotebookState(selectRatings);
  const { filterBy, clearFilters } = useActions();
  const say = useSay();
  const names = Object.keys(filters) as DimensionName[];
  const describe = (name: DimensionName): string => {
    const labels = view.dimensions.find((dimension) => dimension.name === name)?.bars.map(({ label }) => label) ?? [];
    return `${say(CHARTS[name].title)}: ${describeSelection(filters[name] ?? [], labels)}`;
  };
  return (
    <div className={styles.chips}>
      <p className={styles.words} role="status">
        {names.length === 0 ? (
          <>All {formatCount(ratings)} ratings. Click or drag across bars to select some of them.</>
        ) : (
          <>
            <strong>{formatCount(view.passing)}</strong> of {formatCount(ratings)} ratings (
            {formatPercent(view.passing / ratings)}
            {view.passing > 0 && say(`, ${formatStars(view.meanStars)} stars on average`)})
          </>
        )}
      </p>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.chip}
          aria-label={`Clear filter ${describe(name)}`}
          onClick={() => filterBy(name, [])}
        >
          {describe(name)}
          <Icon name="cross" />
        </button>
      ))}
      {names.length > 1 && (
        <Button look="quiet" onClick={clearFilters}>
          Clear all
        </Button>
      )}
    </div>
  );
}
