import type { CodeData } from './code-data.ts';

/** The plan of the synthetic ratings in NumPy, whose random numbers are others. */
export function inventing({ users, movies, ratings }: CodeData): string {
  return `import numpy as np
import pandas as pd

# The formula of Matinee's synthetic ratings; NumPy draws other random numbers.
rng = np.random.default_rng(1)
popularity = (rng.permutation(${movies}) + ${movies / 10}) ** -2.0
activity = np.exp(1.25 * rng.standard_normal(${users}))
most = ${Math.floor(movies * 0.625)}
given = np.minimum(most, 20 + (${ratings - 20 * users} * activity / activity.sum()).astype(int))
while (left := ${ratings} - given.sum()) > 0:
    given[rng.permutation(np.flatnonzero(given < most))[:left]] += 1
chances = popularity / popularity.sum()
ratings = pd.DataFrame({
    "userId": np.repeat(np.arange(1, ${users + 1}), given),
    "movieId": 1 + np.concatenate([rng.choice(${movies}, count, replace=False, p=chances) for count in given]),
})
u, i = ratings.userId.to_numpy() - 1, ratings.movieId.to_numpy() - 1
user_bias, movie_bias = 0.45 * rng.standard_normal(${users}), 0.55 * rng.standard_normal(${movies})
p, q = rng.standard_normal((${users}, 4)), 0.43 / 2 * rng.standard_normal((${movies}, 4))
noise = 0.85 * rng.standard_normal(len(ratings))
ratings["rating"] = np.clip(np.rint(3.62 + user_bias[u] + movie_bias[i] + (p[u] * q[i]).sum(1) + noise), 1, 5)
begun = 956_703_932 + rng.integers(60_000_000, size=${users})
gaps = pd.Series(rng.integers(64, size=len(ratings)))
ratings["timestamp"] = begun[u] + gaps.groupby(u).cumsum()
catalogue = pd.DataFrame({"title": [f"Synthetic movie {movie}" for movie in range(1, ${movies + 1})], "genres": ""})
catalogue.index += 1
`;
}
