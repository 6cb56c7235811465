import type { DataLayout } from '../../../core/data-source.ts';
import type { LoadNoteKind } from '../../../core/load-notes.ts';
import { capital } from '../../../core/vocabulary.ts';
import type { CodeData } from './code-data.ts';
import { leavingOut, merging, thinning } from './counting.ts';

/** Python that does what the load had to do: only where something was odd. */
export function tidying(data: CodeData): string {
  const has = (kind: LoadNoteKind): boolean => data.notes.some((note) => note.kind === kind);
  return [
    leavingOut(data),
    has('out-of-scale') ? onScale(data) : '',
    merging(data),
    thinning(data),
    has('duplicate-movies') ? 'catalogue = catalogue[~catalogue.index.duplicated()]\n' : '',
    catalogue(data),
  ].join('');
}

function onScale({ scale, readScale }: CodeData): string {
  const { min, max, step } = readScale ?? scale;
  const steps = step > 0 ? ` & np.isclose(np.rint(ratings.rating / ${step}) * ${step}, ratings.rating)` : '';
  return `ratings = ratings[ratings.rating.between(${min}, ${max})${steps}].reset_index(drop=True)\n`;
}

/** The columns of ratings that say something of their movies. */
function ofMovies(columns: DataLayout['columns'] | undefined): Partial<Record<'title' | 'genres', number | string | undefined>> {
  if (!columns || 'wide' in columns) return {};
  return 'at' in columns ? columns.at : columns;
}

/** Titles where they do not lie beside the ratings: in them, or made of the ids. */
function catalogue({ kind, layout, firstMovieId, words }: CodeData): string {
  if (kind === 'synthetic' || layout?.hasTitles) return '';
  const { title, genres } = ofMovies(layout?.columns);
  const ofMovie = (parts: string): string => `catalogue = ratings.groupby("movieId")[[${parts}]].first()`;
  if (title !== undefined)
    return genres === undefined ? `${ofMovie('"title"')}.assign(genres="")\n` : `${ofMovie('"title", "genres"')}\n`;
  const isNumber = typeof firstMovieId === 'number';
  const called = `"${capital(words.item)} "`;
  if (genres !== undefined) {
    const index = isNumber ? `${called} + catalogue.index.astype(str)` : 'catalogue.index';
    return `${ofMovie('"genres"')}\ncatalogue.insert(0, "title", ${index})\n`;
  }
  const name = isNumber ? `${called} + ratings.movieId.astype(str)` : 'ratings.movieId';
  return `catalogue = pd.DataFrame({"title": ${name}, "genres": ""}).set_index(ratings.movieId).groupby(level=0).first()\n`;
}
