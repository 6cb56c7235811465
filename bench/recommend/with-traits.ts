import type { LabData } from '../../src/lab/loaded-data.ts';

const GENRES = ['Comedy', 'Drama', 'Western'];

/** Made-up movies have no genres and no years: with these there is something to filter by. */
export function withTraits<Data extends Pick<LabData, 'ratings'>>(data: Data): Data {
  const catalogue = data.ratings.catalogue.map((movie, at) => ({
    ...movie,
    year: at % 11 === 0 ? null : 1920 + (at % 97),
    genres: GENRES.filter((_, genre) => (at + genre) % 3 > 0),
  }));
  return { ...data, ratings: { ...data.ratings, catalogue } };
}
