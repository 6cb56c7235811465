import type { DataLayout } from '../../core/data-source.ts';
import type { DataSummary } from '../../state/notebook-state.ts';

type CodeData = Pick<DataSummary, 'kind' | 'file' | 'sha256' | 'layout' | 'users' | 'movies' | 'ratings'>;

/** Python that loads and indexes the data set as Matinee does. */
export function loadingCode(data: CodeData | null): string {
  return `${data?.kind === 'synthetic' ? inventing(data) : reading(data)}
# Raw ids become rows of the embedding tables: 0-based, without gaps, in ascending order.
user_ids, user_index = np.unique(ratings.userId, return_inverse=True)
movie_ids, movie_index = np.unique(ratings.movieId, return_inverse=True)
n_users, n_movies = len(user_ids), len(movie_ids)
stars = ratings.rating.to_numpy("float32")
`;
}

const RATING_NAMES = 'names=["userId", "movieId", "rating", "timestamp"]';
const MOVIE_NAMES = 'names=["movieId", "title", "genres"]';

interface Reading {
  readonly read: 'read_csv' | 'read_json';
  readonly file: string;
  readonly options: string;
  /** The file of titles beside it, with its options. */
  readonly movies: readonly [file: string, options: string] | null;
}

/** How pandas reads each layout. MovieLens 10M is UTF-8, but any bytes are Latin-1. */
const READINGS: Readonly<Record<DataLayout['format'], Reading>> = {
  table: { read: 'read_csv', file: 'ratings.csv', options: '', movies: ['movies.csv', ''] },
  dat: {
    read: 'read_csv',
    file: 'ratings.dat',
    options: `, sep="::", engine="python", ${RATING_NAMES}`,
    movies: ['movies.dat', `, sep="::", engine="python", encoding="latin-1", ${MOVIE_NAMES}`],
  },
  'u.data': {
    read: 'read_csv',
    file: 'u.data',
    options: `, sep="\\t", ${RATING_NAMES}`,
    movies: ['u.item', ', sep="|", encoding="latin-1", usecols=[0, 1], names=["movieId", "title"]'],
  },
  'json-lines': { read: 'read_json', file: '.jsonl', options: ', lines=True', movies: null },
};

function reading(data: CodeData | null): string {
  const { format, zipped } = data?.layout ?? { format: 'table', zipped: true };
  const { read, options } = READINGS[format];
  const check = data?.sha256
    ? `assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == ${JSON.stringify(data.sha256)}\n`
    : '';
  return `import hashlib
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd

path = ${JSON.stringify(data?.file ?? 'ml-latest-small.zip')}
${check}
${zipped ? unzipping(READINGS[format]) : `ratings = pd.${read}(path${options})\n`}`;
}

function unzipping({ read, file, options, movies }: Reading): string {
  const catalogue = movies
    ? `    catalogue = pd.read_csv(archive.open(find("${movies[0]}"))${movies[1]}).set_index("movieId")\n`
    : '';
  return `with zipfile.ZipFile(path) as archive:
    find = lambda name: next(entry for entry in archive.namelist() if entry.endswith(name))
    ratings = pd.${read}(archive.open(find("${file}"))${options})
${catalogue}`;
}

/** The plan of the synthetic ratings in NumPy, whose random numbers are others. */
function inventing({ users, movies, ratings }: CodeData): string {
  return `import numpy as np
import pandas as pd

# The plan behind Matinee's synthetic ratings; the numbers that NumPy draws are others.
rng = np.random.default_rng(1)
popularity = (np.arange(${movies}) + ${movies / 10}) ** -2.0
activity = np.exp(1.25 * rng.standard_normal(${users}))
ratings = pd.DataFrame({
    "userId": 1 + rng.choice(${users}, ${ratings}, p=activity / activity.sum()),
    "movieId": 1 + rng.choice(${movies}, ${ratings}, p=popularity / popularity.sum()),
}).drop_duplicates()
u, i = ratings.userId - 1, ratings.movieId - 1
user_bias, movie_bias = 0.45 * rng.standard_normal(${users}), 0.55 * rng.standard_normal(${movies})
p, q = rng.standard_normal((${users}, 4)), 0.43 / 2 * rng.standard_normal((${movies}, 4))
noise = 0.85 * rng.standard_normal(len(ratings))
ratings["rating"] = np.clip(np.rint(3.62 + user_bias[u] + movie_bias[i] + (p[u] * q[i]).sum(1) + noise), 1, 5)
`;
}
