import type { ExploreView } from '../../core/explore/view.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Formula } from '../../ui/Formula.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import type { Scale } from '../../ui/scale.ts';
import styles from './BestMovies.module.css';
import { MovieTable } from './MovieTable.tsx';
import { shrinkageFormula } from './shrinkage-formula.ts';

interface BestMoviesProps {
  readonly view: ExploreView;
}

const DEFAULT = 50;
const SCALE: Scale = { min: 1, max: 5000, scale: 'log', step: 1, integer: true, zero: false };
const selectMinRatings = ({ explore }: NotebookState) => explore.minRatings;

/** What is rated most often and what is rated best among what passes the filters. */
export function BestMovies({ view: { mostRated, bestRated, meanStars } }: BestMoviesProps) {
  const minRatings = useNotebookState(selectMinRatings);
  const { setExploreMinRatings } = useActions();
  const [best] = bestRated;
  return (
    <div className={styles.lists}>
      <MovieTable title="Most rated" movies={mostRated} empty="No rating passes the filters." />
      <div className={styles.best}>
        <NumberSlider
          label="Rated at least"
          help="For the best rated. Each mean is also shrunk towards the mean of all, as if by this many average ratings."
          defaultText={String(DEFAULT)}
          defaultValue={DEFAULT}
          changed={minRatings !== DEFAULT}
          scale={SCALE}
          unit="times"
          value={minRatings}
          write={String}
          onChange={setExploreMinRatings}
        />
        <MovieTable
          title="Best rated"
          movies={bestRated}
          empty={`No movie has ${minRatings} ratings that pass the filters. Choose fewer.`}
          shrunk
        />
        {best && <Formula block tex={shrinkageFormula(best, minRatings, meanStars)} />}
      </div>
    </div>
  );
}
