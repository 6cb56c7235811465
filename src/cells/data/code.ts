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

const OPTIONS = {
  table: '',
  dat: `, sep="::", engine="python", ${RATING_NAMES}`,
  'u.data': `, sep="\\t", ${RATING_NAMES}`,
  'json-lines': '',
} as const;

function reading(data: CodeData | null): string {
  const { format, zipped } = data?.layout ?? { format: 'table', zipped: true };
  const options = OPTIONS[format];
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
${zipped && (format === 'table' || format === 'dat') ? unzipping(format, options) : `ratings = pd.read_csv(path${options})\n`}`;
}

function unzipping(format: 'dat' | 'table', options: string): string {
  // MovieLens 10M is UTF-8, but any bytes are Latin-1.
  const movies =
    format === 'table' ? '' : ', sep="::", engine="python", encoding="latin-1", names=["movieId", "title", "genres"]';
  return `with zipfile.ZipFile(path) as archive:
    find = lambda name: next(entry for entry in archive.namelist() if entry.endswith(name))
    ratings = pd.read_csv(archive.open(find("ratings.${format}"))${options})
    catalogue = pd.read_csv(archive.open(find("movies.${format}"))${movies}).set_index("movieId")
`;
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
