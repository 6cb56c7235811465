import { BarFilter } from '../../charts/BarFilter.tsx';
import type { DimensionView } from '../../core/explore/view.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { CHARTS } from './charts.ts';

/** Ranges double: 1K stands for 1,024, since nine of these have to stand side by side. */
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 0 });

interface DimensionChartProps {
  readonly dimension: DimensionView;
}

const NONE: readonly number[] = [];
const selectFilters = ({ explore }: NotebookState) => explore.filters;

/** One dimension of the ratings, as bars that filter all the others. */
export function DimensionChart({ dimension: { name, counts, bars, isLogarithmic } }: DimensionChartProps) {
  const filters = useNotebookState(selectFilters);
  const { filterBy } = useActions();
  const { ticks, ...words } = CHARTS[name];
  return (
    <BarFilter
      {...words}
      unit={counts}
      bars={ticks === 'from' || isLogarithmic ? bars.map((bar) => ({ ...bar, tick: SHORT.format(bar.from) })) : bars}
      selection={filters[name] ?? NONE}
      onSelect={(selection) => filterBy(name, selection)}
    />
  );
}
