import type { DataOrigin } from '../../core/data-source.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Formula } from '../../ui/Formula.tsx';
import { formatCount, formatShare, formatStars } from '../../ui/format.ts';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';

const selectSummary = ({ data }: NotebookState) => data.summary;

const ORIGINS: Readonly<Record<DataOrigin['kind'], string>> = {
  bundled:
    'The zip comes from this page’s own address. Its SHA-256 is checked, so the numbers below belong to exactly this data.',
  file: 'Your file is read in this tab. Its SHA-256 is below the figures: the same SHA-256 means the same data.',
  url: 'Your browser fetched the file and reads it in this tab. Its SHA-256 is below the figures: the same SHA-256 means the same data.',
  synthetic:
    'These ratings are made up by a formula with a seed. Every user and movie has a bias and a few hidden tastes, and noise is added. Biases alone reach an RMSE of about 0.91 stars; a model that finds the tastes reaches about 0.85.',
};

export function ExplainData() {
  const data = useNotebookState(selectSummary);
  return (
    <InWords>
      <p>
        Think of a table with a row for every user and a column for every movie. Almost all of it is empty, because every user has
        rated only a few movies. To recommend means to fill the empty cells: to predict how a user would rate a movie.
      </p>
      <Formula block tex="\text{density} = \frac{|R|}{|U| \cdot |I|} \qquad \mu = \frac{1}{|R|} \sum_{(u,i) \in R} r_{ui}" />
      {data && (
        <Symbols
          rows={[
            { tex: 'R', meaning: 'the ratings that were given', value: formatCount(data.ratings) },
            { tex: 'U', meaning: 'users', value: formatCount(data.users) },
            { tex: 'I', meaning: 'movies (items) with at least one rating', value: formatCount(data.movies) },
            { tex: '|R| / (|U| \\cdot |I|)', meaning: 'density', value: formatShare(data.ratings / (data.users * data.movies)) },
            { tex: '\\mu', meaning: 'the mean rating, in stars', value: formatStars(data.meanStars) },
          ]}
        />
      )}
      {data && <p>{ORIGINS[data.kind]} Nothing you do here leaves your machine.</p>}
    </InWords>
  );
}
