import { useActions } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSay } from '../../ui/words.tsx';
import type { Recommendation } from './contract.ts';
import { fewMovies, type Whom } from './few-movies.ts';

interface FewMoviesProps {
  readonly result: Pick<Recommendation, 'movies' | 'left'>;
  readonly whom?: Whom;
}

/** Why the list is short or empty, and the buttons that make it longer. */
export function FewMovies({ result, whom }: FewMoviesProps) {
  const { set, clearListFilters } = useActions();
  const say = useSay();
  const few = fewMovies(result, whom);
  if (few === null) return null;
  const { lower, isFiltered } = few;
  const remedy = lower === null ? undefined : 'Lower “Rated by at least”.';
  return (
    <Notice tone="info" message={say(few.message)} remedy={remedy}>
      {lower !== null && <Button onClick={() => set('minRatings', lower)}>Rated by at least {lower}</Button>}
      {isFiltered && <Button onClick={clearListFilters}>Clear filters</Button>}
    </Notice>
  );
}
