import type { ExploreView } from '../../core/explore/view.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Pending, Reserved } from '../../ui/Reserved.tsx';
import { BestMovies } from './BestMovies.tsx';
import { CHARTS, FIRST } from './charts.ts';
import { DimensionChart } from './DimensionChart.tsx';
import styles from './ExploreCell.module.css';
import { FilterChips } from './FilterChips.tsx';

const selectExplore = ({ explore }: NotebookState) => explore;

export function ExploreCell() {
  return (
    <Reserved part="explore">
      <Output />
    </Reserved>
  );
}

function Output() {
  const { run, view } = useNotebookState(selectExplore);
  const { retryExplore } = useActions();
  if (run.phase === 'failed') {
    return (
      <Notice tone="failed" message={run.error.message} remedy={run.error.remedy}>
        {run.error.code === 'part-missing' && <Button onClick={retryExplore}>Try again</Button>}
      </Notice>
    );
  }
  if (view === null) return <Nothing />;
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

const Nothing = () => (
  <p className={styles.empty}>
    <Pending />
    Charts of the ratings will be here once the data is loaded.
  </p>
);

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
