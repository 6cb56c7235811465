import type { MovieIndex } from '../../../../core/ids.ts';
import { readableTitle } from '../../../../core/movie-title.ts';
import { nextUserId } from '../../../../core/person/add-user.ts';
import { mapRating } from '../../../../core/person/map-ratings.ts';
import type { TitleMatch } from '../../../../core/person/person.ts';
import type { Movie } from '../../../../core/ratings.ts';
import type { LabData } from '../../../../lab/loaded-data.ts';
import type { MatchedMovie, MatchedRow, PersonMatches } from '../contract.ts';
import type { MatchedFile } from './match-file.ts';

/** What the page shows of a file's rows and their matches. */
export function describeMatches({ ratings, statistics }: LabData, { read, matches }: MatchedFile): PersonMatches {
  const movieAt = (movie: MovieIndex): MatchedMovie => {
    const { title, year } = ratings.catalogue[movie] as Movie;
    return { movie, title: readableTitle(title), year, ratings: statistics.counts[movie] as number };
  };
  const lineOf = (match: TitleMatch): number | null => ('by' in match ? (read.rows[match.by]?.line ?? null) : null);
  const rows = read.rows.map(({ line, title, years, rating }, at): MatchedRow => {
    const match = matches[at] as TitleMatch;
    return {
      line,
      title,
      years,
      rating,
      stars: mapRating(rating, read.service.scale, ratings.scale),
      kind: match.kind,
      movies: moviesIn(match).map(movieAt),
      differences: match.kind === 'matched' ? match.differences : [],
      byLine: lineOf(match),
    };
  });
  const { service, unrated, faulty } = read;
  return { service, userId: nextUserId(ratings), rows, unrated, faulty };
}

function moviesIn(match: TitleMatch): readonly MovieIndex[] {
  switch (match.kind) {
    case 'matched':
    case 'taken':
      return [match.movie];
    case 'unclear':
      return match.movies;
    case 'missing':
      return match.near === null ? [] : [match.near];
    case 'repeated':
      return [];
  }
}
