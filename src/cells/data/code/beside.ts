import type { BesideLayout, DataLayout } from '../../../core/data-source.ts';
import { AGES, OCCUPATIONS } from '../../../core/demographics.ts';
import { csvOptions } from './csv-options.ts';

type Open = (name: string) => string;

/** Python that reads the titles and the users beside the ratings. */
export function besideCode({ format, titles, users, hasTitles, hasUsers }: DataLayout, open: Open): string {
  return `${hasTitles ? titlesCode(format, titles, open) : ''}${hasUsers ? usersCode(format, users, open) : ''}`;
}

type Format = DataLayout['format'];

function titlesCode(format: Format, titles: BesideLayout | undefined, open: Open): string {
  if (titles) return tableTitles(titles, open);
  if (format === 'dat') return datTitles(open);
  return format === 'u.data' ? uItems(open) : `catalogue = pd.read_csv(${open('movies.csv')}).set_index("movieId")\n`;
}

function usersCode(format: Format, users: BesideLayout | undefined, open: Open): string {
  if (users === undefined) return format === 'u.data' ? uUsers(open) : datUsers(open);
  const known = Object.entries(users.at).filter(([, column]) => column >= 0);
  const places = known.map(([, column]) => column).join(', ');
  const names = known.map(([name]) => JSON.stringify(name === 'id' ? 'userId' : name)).join(', ');
  return `users = pd.read_csv(${[open(users.file), ...csvOptions(users.format)].join(', ')}).iloc[:, [${places}]]
users = users.set_axis([${names}], axis=1).set_index("userId")
`;
}

function tableTitles({ file, format, at }: BesideLayout, open: Open): string {
  const places = [at.item, at.title, ...(at.genres === undefined ? [] : [at.genres])];
  const names = ['movieId', 'title', 'genres'].slice(0, places.length);
  const genres = at.genres === undefined ? '.assign(genres="")' : '';
  return `catalogue = pd.read_csv(${[open(file), ...csvOptions(format)].join(', ')}).iloc[:, ${JSON.stringify(places).replaceAll(',', ', ')}]
catalogue = catalogue.set_axis(${JSON.stringify(names).replaceAll(',', ', ')}, axis=1)${genres}.set_index("movieId")
`;
}

const datTitles = (open: Open): string => `titles = ${open('movies.dat')}.read()
try:
    titles = titles.decode()  # MovieLens 10M is UTF-8
except UnicodeDecodeError:
    titles = titles.decode("latin-1")
catalogue = pd.read_csv(
    io.StringIO(titles), sep="::", engine="python", names=["movieId", "title", "genres"], index_col="movieId"
)
`;

const uItems = (open: Open): string => `names = ${open('u.genre')}.read().decode("latin-1").split()
names = np.array([name.partition("|")[0] for name in names])
items = pd.read_csv(${open('u.item')}, sep="|", encoding="latin-1", header=None, index_col=0)
genres = ["|".join(names[flags == 1]) for flags in items.iloc[:, 4:].to_numpy()]
catalogue = pd.DataFrame({"title": items[1], "genres": genres})
`;

const text = (words: readonly string[]): string => words.map((word) => JSON.stringify(word)).join(', ');

const datUsers = (open: Open): string => `users = pd.read_csv(
    ${open('users.dat')}, sep="::", engine="python", encoding="latin-1",
    names=["userId", "gender", "age", "occupation", "zip"],
).set_index("userId")
# The meaning of the codes, from the README.
users["age"] = users.age.map({${[...AGES].map(([code, words]) => `${code}: ${JSON.stringify(words)}`).join(', ')}})
occupations = np.array([
${[0, 1, 2, 3].map((row) => `    ${text(OCCUPATIONS.slice(row * 6, row * 6 + 6))},`).join('\n')}
])
users["occupation"] = occupations[users.occupation]
`;

const uUsers = (open: Open): string => `users = pd.read_csv(
    ${open('u.user')}, sep="|", names=["userId", "age", "gender", "occupation", "zip"], dtype={"age": str}
).set_index("userId")
`;
