import { BarFilter } from '../../charts/BarFilter.tsx';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { DimensionView, NotebookState } from '../../state/notebook-state.ts';
import { formatCount } from '../../ui/format.ts';
import { CHARTS } from './charts.ts';

interface DimensionChartProps {
  readonly dimension: DimensionView;
}

const NONE: readonly number[] = [];
const selectFilters = ({ explore }: NotebookState) => explore.filters;

/** One dimension of the ratings, as bars that filter all the others. */
export function DimensionChart({ dimension: { name, counts, bars } }: DimensionChartProps) {
  const filters = useNotebookState(selectFilters);
  const { filterBy } = useActions();
  const { ticks, ...words } = CHARTS[name];
  return (
    <BarFilter
      {...words}
      unit={counts}
      bars={ticks === 'from' ? bars.map((bar) => ({ ...bar, tick: formatCount(bar.from) })) : bars}
      selection={filters[name] ?? NONE}
      onSelect={(selection) => filterBy(name, selection)}
    />
  );
}
