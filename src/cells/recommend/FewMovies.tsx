import { useActions } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSay } from '../../ui/words.tsx';
import type { Recommendation } from './contract.ts';
import { fewMovies } from './few-movies.ts';
import { RECOMMENDED } from './recommended.ts';

interface FewMoviesProps {
  readonly result: Recommendation;
}

/** Why the list is short or empty, and the button that makes it longer. */
export function FewMovies({ result }: FewMoviesProps) {
  const { set } = useActions();
  const say = useSay();
  const few = fewMovies(result, RECOMMENDED);
  if (few === null) return null;
  const { lower } = few;
  const message = say(few.message);
  if (lower === null) return <Notice tone="info" message={message} />;
  return (
    <Notice tone="info" message={message} remedy="Lower “Rated by at least”.">
      <Button onClick={() => set('minRatings', lower)}>Rated by at least {lower}</Button>
    </Notice>
  );
}
