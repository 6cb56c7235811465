import type { DataSummary } from '../../state/notebook-state.ts';

/** Python that loads and indexes the data set as Matinee does. */
export function loadingCode(data: Pick<DataSummary, 'url' | 'sha256'> | null): string {
  const file = JSON.stringify(data?.url.split('/').at(-1) ?? 'ml-latest-small.zip');
  const check = data ? `assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == ${JSON.stringify(data.sha256)}\n` : '';
  return `import hashlib
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd

path = ${file}
${check}
with zipfile.ZipFile(path) as archive:
    find = lambda name: next(entry for entry in archive.namelist() if entry.endswith(name))
    ratings = pd.read_csv(archive.open(find("ratings.csv")))
    catalogue = pd.read_csv(archive.open(find("movies.csv"))).set_index("movieId")

# Raw ids become rows of the embedding tables: 0-based, without gaps, in ascending order.
user_ids, user_index = np.unique(ratings.userId, return_inverse=True)
movie_ids, movie_index = np.unique(ratings.movieId, return_inverse=True)
n_users, n_movies = len(user_ids), len(movie_ids)
stars = ratings.rating.to_numpy("float32")
`;
}
