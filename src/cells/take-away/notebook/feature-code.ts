import type { ListName } from '../../../core/lists.ts';
import type { Graph } from '../../../models/graph.ts';

/** Python that makes the lists which the bags of a graph add up; empty where it has none. */
export function featureCode(graph: Graph | null): string {
  const wanted = new Set(graph?.nodes.flatMap((node) => (node.kind === 'bag' ? [node.list] : [])) ?? []);
  return [...wanted].map((list) => CODE[list]).join('\n');
}

const CODE: Readonly<Record<ListName, string>> = {
  rated: `# For each user the movies of their training ratings.
rated_lists = [[] for _ in range(n_users)]
for user, movie in zip(user_index[train], movie_index[train]):
    rated_lists[user].append(movie)
`,
  raters: `# For each movie the users of its training ratings.
raters_lists = [[] for _ in range(n_movies)]
for user, movie in zip(user_index[train], movie_index[train]):
    raters_lists[movie].append(user)
`,
  genres: `# For each movie its genres, numbered.
genres = catalogue.genres.replace("(no genres listed)", "").str.split("|")
genre_names = sorted({name for own in genres for name in own if name})
genres_lists = [[genre_names.index(name) for name in dict.fromkeys(own) if name] for own in genres]
`,
  year: `# For each movie its release year in steps of five, numbered; empty where unknown.
years = catalogue.title.str.extract(r"\\((\\d{4})\\)\\s*$")[0].astype(float).to_numpy()
bins = np.floor(years / 5)
year_lists = [[] if np.isnan(each) else [int(each - np.nanmin(bins))] for each in bins]
`,
  demographics: `# For each user gender, age group and occupation, numbered.
demographics_lists, start = [[] for _ in range(n_users)], 0
for column in ("gender", "age", "occupation"):
    codes, labels = pd.factorize(users[column].astype(str), sort=True)
    for user, code in enumerate(codes):
        demographics_lists[user].append(start + code)
    start += len(labels)
`,
};
