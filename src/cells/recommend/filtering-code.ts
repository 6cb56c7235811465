import type { MovieFilters } from './contract.ts';

/** Python that leaves out what does not pass the filters; empty where there are none. */
export function filteringCode({ genre, years, titles }: MovieFilters): string {
  return [genre === undefined ? '' : genreCode(genre), years ? yearsCode(years) : '', titles ? titlesCode(titles) : ''].join('');
}

const genreCode = (genre: string): string =>
  `has_genre = catalogue.loc[movie_ids].genres.str.split("|").map(lambda genres: ${JSON.stringify(genre)} in genres)
ranking[~has_genre.to_numpy(dtype=bool)] = -np.inf
`;

function yearsCode([from, to]: NonNullable<MovieFilters['years']>): string {
  const bounds = [from === null ? '' : `(year >= ${from})`, to === null ? '' : `(year <= ${to})`].filter((bound) => bound !== '');
  return `year = catalogue.loc[movie_ids].title.str.extract(r"\\((\\d{4})\\)\\s*$")[0].astype(float).to_numpy()
ranking[~(${bounds.join(' & ')})] = -np.inf
`;
}

const titlesCode = (titles: string): string => `import re

def plain(title):
    return re.sub(r"\\(\\d{4}\\)\\s*$|, (The|A|An)\\b|^(The|A|An) |\\W", "", title.strip(), flags=re.IGNORECASE).lower()

only = {plain(title) for title in ${JSON.stringify(titles.split('\n').filter((title) => title.trim() !== ''))}}
ranking[~catalogue.loc[movie_ids].title.map(plain).isin(only).to_numpy()] = -np.inf
`;
