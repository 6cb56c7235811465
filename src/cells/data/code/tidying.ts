import type { LoadNoteKind } from '../../../core/load-notes.ts';
import { capital } from '../../../core/vocabulary.ts';
import type { CodeData } from './code-data.ts';

/** Python that does what the load had to do: only where something was odd. */
export function tidying(data: CodeData): string {
  const has = (kind: LoadNoteKind): boolean => data.notes.some((note) => note.kind === kind);
  return [
    has('out-of-scale') ? onScale(data) : '',
    has('duplicate-ratings') ? newest(data) : '',
    has('duplicate-movies') ? 'catalogue = catalogue[~catalogue.index.duplicated()]\n' : '',
    catalogue(data),
  ].join('');
}

function onScale({ scale: { min, max, step } }: CodeData): string {
  const steps = step > 0 ? ` & np.isclose(np.rint(ratings.rating / ${step}) * ${step}, ratings.rating)` : '';
  return `ratings = ratings[ratings.rating.between(${min}, ${max})${steps}].reset_index(drop=True)\n`;
}

/** Of equally old ratings the last in the file. */
function newest({ firstTimestamp }: CodeData): string {
  const last = '.drop_duplicates(["userId", "movieId"], keep="last")';
  return firstTimestamp === null
    ? `ratings = ratings${last}.reset_index(drop=True)\n`
    : `ratings = ratings.sort_values("timestamp", kind="stable")${last}.sort_index().reset_index(drop=True)\n`;
}

/** Titles where they do not lie beside the ratings: in them, or made of the ids. */
function catalogue({ kind, layout, firstMovieId, words }: CodeData): string {
  if (kind === 'synthetic' || layout?.hasTitles) return '';
  const columns = layout?.columns;
  const title = columns && ('wide' in columns ? null : 'at' in columns ? columns.at.title : columns.title);
  if (title !== undefined && title !== null)
    return 'catalogue = ratings.groupby("movieId")[["title"]].first().assign(genres="")\n';
  const name = typeof firstMovieId === 'number' ? `"${capital(words.item)} " + ratings.movieId.astype(str)` : 'ratings.movieId';
  return `catalogue = pd.DataFrame({"title": ${name}, "genres": ""}).set_index(ratings.movieId).groupby(level=0).first()\n`;
}
