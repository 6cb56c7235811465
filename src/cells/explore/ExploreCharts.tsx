import type { ExploreView } from '../../core/explore/view.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { BestMovies } from './BestMovies.tsx';
import { CHARTS, FIRST } from './charts.ts';
import { DimensionChart } from './DimensionChart.tsx';
import styles from './ExploreCell.module.css';
import { FilterChips } from './FilterChips.tsx';

interface ExploreChartsProps {
  readonly view: ExploreView;
}

/** What is shown of the ratings once there are some. */
export function ExploreCharts({ view }: ExploreChartsProps) {
  return (
    <>
      <FilterChips view={view} />
      <div className={styles.charts}>
        {view.dimensions
          .filter(({ name }) => FIRST.includes(name))
          .map((dimension) => (
            <DimensionChart key={dimension.name} dimension={dimension} />
          ))}
      </div>
      <Disclosure title={moreTitle(view)}>
        <More />
      </Disclosure>
    </>
  );
}

const selectExplore = ({ explore }: NotebookState) => explore;

const others = ({ dimensions }: ExploreView) => dimensions.filter(({ name }) => !FIRST.includes(name));

const moreTitle = (view: ExploreView): string =>
  [...others(view).map(({ name }) => CHARTS[name].title), 'Best movies']
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')
    .toLowerCase()
    .replace(/^./, (first) => first.toUpperCase());

function More() {
  const { view } = useNotebookState(selectExplore);
  if (view === null) return null;
  return (
    <div className={styles.cell}>
      <div className={styles.columns}>
        {(['columns', 'rows'] as const).map((layout) => (
          <div key={layout} className={styles.cell}>
            {others(view)
              .filter(({ name }) => CHARTS[name].layout === layout)
              .map((dimension) => (
                <DimensionChart key={dimension.name} dimension={dimension} />
              ))}
          </div>
        ))}
      </div>
      <BestMovies view={view} />
    </div>
  );
}
