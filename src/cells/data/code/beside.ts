import type { DataLayout } from '../../../core/data-source.ts';
import { AGES, OCCUPATIONS } from '../../../core/demographics.ts';

/** Python that reads the titles and the users beside the ratings in a zip. */
export const besideCode = ({ format, hasTitles, hasUsers }: DataLayout): string =>
  `${hasTitles ? TITLES[format] : ''}${hasUsers ? USERS[format] : ''}`;

const CSV = 'catalogue = pd.read_csv(archive.open(find("movies.csv"))).set_index("movieId")\n';

const TITLES: Readonly<Record<DataLayout['format'], string>> = {
  table: CSV,
  'json-lines': CSV,
  dat: `titles = archive.read(find("movies.dat"))
try:
    titles = titles.decode()  # MovieLens 10M is UTF-8
except UnicodeDecodeError:
    titles = titles.decode("latin-1")
catalogue = pd.read_csv(
    io.StringIO(titles), sep="::", engine="python", names=["movieId", "title", "genres"], index_col="movieId"
)
`,
  'u.data': `names = archive.read(find("u.genre")).decode("latin-1").split()
names = np.array([name.partition("|")[0] for name in names])
items = pd.read_csv(archive.open(find("u.item")), sep="|", encoding="latin-1", header=None, index_col=0)
genres = ["|".join(names[flags == 1]) for flags in items.iloc[:, 4:].to_numpy()]
catalogue = pd.DataFrame({"title": items[1], "genres": genres})
`,
};

const text = (words: readonly string[]): string => words.map((word) => JSON.stringify(word)).join(', ');

const USERS: Readonly<Record<DataLayout['format'], string>> = {
  table: '',
  'json-lines': '',
  dat: `users = pd.read_csv(
    archive.open(find("users.dat")), sep="::", engine="python", encoding="latin-1",
    names=["userId", "gender", "age", "occupation", "zip"],
).set_index("userId")
# What the codes stand for, by the README.
users["age"] = users.age.map({${[...AGES].map(([code, words]) => `${code}: ${JSON.stringify(words)}`).join(', ')}})
occupations = np.array([
${[0, 1, 2, 3].map((row) => `    ${text(OCCUPATIONS.slice(row * 6, row * 6 + 6))},`).join('\n')}
])
users["occupation"] = occupations[users.occupation]
`,
  'u.data': `users = pd.read_csv(
    archive.open(find("u.user")), sep="|", names=["userId", "age", "gender", "occupation", "zip"], dtype={"age": str}
).set_index("userId")
`,
};
