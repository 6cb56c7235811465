import { quantile } from '../../../core/embeddings/length-bins.ts';
import type { MapColour, MapColours } from '../contract.ts';
import type { Mapped } from './map.ts';

/** More colours than these no reader tells apart. */
const MOST_GENRES = 8;
const OTHER = 'Other';

/** What the points are coloured by; `uncertaintyOf` has the colour that needs the model. */
export function coloursOf(mapped: Mapped, by: Exclude<MapColour, 'uncertainty'>): MapColours {
  const { points, embeddings } = mapped;
  const isOfMovies = points.of === 'movies';
  switch (by) {
    case 'genre':
      return isOfMovies ? byGenre(mapped) : none('Users have no genres.');
    case 'year':
      return isOfMovies ? byYear(mapped) : none('Users have no release year.');
    case 'popularity':
      return scaleOf(Float32Array.from(points.counts), true);
    case 'bias': {
      const bias = isOfMovies ? embeddings.movieBias : embeddings.userBias;
      if (bias === null) return none('This model has no biases.');
      return scaleOf(
        Float32Array.from(points.rows, (row) => bias[row] as number),
        false,
      );
    }
  }
}

export const none = (why: string): MapColours => ({ kind: 'none', why });

/** Of the most frequent genres; a movie of several takes the one that the fewest others have. */
function byGenre({ points: { data, rows } }: Mapped): MapColours {
  const counts = new Map<string, number>();
  const genresOf = (row: number): readonly string[] => data.ratings.catalogue[row]?.genres ?? [];
  for (const row of rows) for (const genre of genresOf(row)) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  if (counts.size === 0) return none('The data does not say which genres a movie has.');
  const names = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_GENRES)
    .map(([name]) => name);
  const classes = Uint8Array.from(rows, (row) => {
    const own = genresOf(row).map((genre) => names.indexOf(genre));
    const rarest = Math.max(-1, ...own);
    return rarest < 0 ? names.length : rarest;
  });
  return { kind: 'classes', names: [...names, OTHER], classes };
}

function byYear({ points: { data, rows } }: Mapped): MapColours {
  const years = Float32Array.from(rows, (row) => data.ratings.catalogue[row]?.year ?? Number.NaN);
  return years.every(Number.isNaN) ? none('The data does not say when a movie came out.') : scaleOf(years, false);
}

export function scaleOf(values: Float32Array, isLogarithmic: boolean): MapColours {
  const known = [...values].filter(Number.isFinite).sort((a, b) => a - b);
  return { kind: 'values', values, low: quantile(known, 0.05), high: quantile(known, 0.95), isLogarithmic };
}
