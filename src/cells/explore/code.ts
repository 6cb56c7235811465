import type { Filters } from '../../core/explore/crossfilter.ts';
import type { DimensionName } from '../../core/explore/dimension.ts';
import type { ExploreView } from '../../core/explore/view.ts';

/** Python that counts what the charts of the cell above show, through the filters as they stand. */
export function exploringCode(filters: Filters, minRatings: number, dimensions: ExploreView['dimensions']): string {
  const lines = (Object.keys(filters) as DimensionName[]).map((name) => {
    const bars = dimensions.find((dimension) => dimension.name === name)?.bars ?? [];
    return `seen &= ${conditionOf(
      name,
      (filters[name] ?? []).flatMap((bin) => bars[bin] ?? []),
    )}`;
  });
  return `per_user = ratings.groupby("userId").userId.transform("size")
per_movie = ratings.groupby("movieId").movieId.transform("size")
seen = pd.Series(True, ratings.index)
${lines.map((line) => `${line}\n`).join('')}some = ratings[seen]

print(some.rating.value_counts().sort_index())
print(np.histogram(per_user.groupby(ratings.userId).first()[some.userId.unique()], bins=2 ** np.arange(16)))
print(np.histogram(per_movie.groupby(ratings.movieId).first()[some.movieId.unique()], bins=2 ** np.arange(24)))

# Every movie gets m extra average ratings before means are compared.
m, mu = ${minRatings}, some.rating.mean()
movies = some.groupby("movieId").rating.agg(["size", "mean"])
movies["pulled"] = (movies["size"] * movies["mean"] + m * mu) / (movies["size"] + m)
print(movies[movies["size"] >= m].nlargest(10, "pulled"))
`;
}

type Bars = ExploreView['dimensions'][number]['bars'];

const COLUMNS: Readonly<Partial<Record<DimensionName, string>>> = {
  stars: 'ratings.rating',
  userActivity: 'per_user',
  movieActivity: 'per_movie',
  time: 'ratings.timestamp',
};

function conditionOf(name: DimensionName, bars: Bars): string {
  const column = COLUMNS[name];
  const labels = JSON.stringify(bars.map(({ label }) => label));
  if (name === 'genre')
    return `ratings.movieId.map(catalogue.genres.str.split("|")).map(lambda genres: bool({*genres} & {*${labels}}))`;
  if (column === undefined) return `ratings.userId.map(users.${name}).isin(${labels})`;
  return `(${joined(bars)
    .map(([from, to]) => `${column}.between(${from}, ${to})`)
    .join(' | ')})`;
}

/** Neighbouring ranges as one. */
function joined(bars: Bars): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const { from, to } of bars) {
    const last = ranges.at(-1);
    if (last && from - last[1] === 1) last[1] = to;
    else ranges.push([from, to]);
  }
  return ranges;
}
