import { matchTitles } from '../../../core/person/match-titles.ts';
import type { PersonalRating, TitleMatch } from '../../../core/person/person.ts';
import { finish } from '../../../core/slices.ts';
import { splitTitle } from '../../../data/formats/movie-fields.ts';
import type { LabData } from '../../../lab/loaded-data.ts';

export interface FoundTitles {
  readonly movies: ReadonlySet<number>;
  /** As they were typed. */
  readonly unmatched: readonly string[];
}

/** The movies of titles, one a line, with or without their years. Of several that fit alike the most rated is taken. */
export function findTitles({ ratings, statistics }: Pick<LabData, 'ratings' | 'statistics'>, titles: string): FoundTitles {
  const lines = titles.split('\n').map((line) => line.trim());
  const typed = [...new Set(lines)].filter((line) => line !== '');
  const rows = typed.map((text, at): PersonalRating => {
    const { title, year } = splitTitle(text);
    return { line: at + 1, title, otherTitle: null, years: year === null ? [] : [year], rating: 0, time: null };
  });
  const matches = finish(matchTitles(rows, ratings.catalogue, { hasEditions: false, counts: statistics.counts }));
  const found = matches.map(movieOf);
  return {
    movies: new Set(found.filter((movie) => movie !== null)),
    unmatched: typed.filter((_, at) => found[at] === null),
  };
}

function movieOf(match: TitleMatch): number | null {
  if (match.kind === 'matched' || match.kind === 'taken') return match.movie;
  if (match.kind === 'unclear') return match.movies[0] as number;
  return match.kind === 'missing' ? match.near : null;
}
