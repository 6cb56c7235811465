import type { Configuration } from '../../core/hyperparameters.ts';
import type { BaselineName } from '../../core/model-name.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { LIKINGS } from '../liking-code.ts';

type Settings = Pick<Configuration, 'neighbours' | 'similarityShrinkage' | 'ridge' | 'liked'>;

/** NumPy that defines `fit(users, movies, stars)`, which gives `predict(users, movies)`; all of them dense indices. */
export const baselineCode = (model: BaselineName, settings: Settings): string => CODE[model](settings);

const MEAN = `import numpy as np


def fit(users, movies, stars):
    mean = stars.mean()
    return lambda users, movies: np.full(len(users), mean)
`;

const BIASES = `import numpy as np


def fit_biases(users, movies, stars, sweeps=10):
    """Alternating least squares with shrinkage, as Surprise's BaselineOnly."""
    mean = stars.mean()
    user_bias, movie_bias = np.zeros(n_users), np.zeros(n_movies)

    def biases(owners, size, residuals, shrinkage):
        sums = np.bincount(owners, residuals, minlength=size)
        return sums / (shrinkage + np.bincount(owners, minlength=size))

    for _ in range(sweeps):
        movie_bias = biases(movies, n_movies, stars - mean - user_bias[users], 10)
        user_bias = biases(users, n_users, stars - mean - movie_bias[movies], 15)
    return lambda users, movies: mean + user_bias[users] + movie_bias[movies]
`;

const POPULAR = `import numpy as np


def fit(users, movies, stars):
    counts = np.bincount(movies, minlength=n_movies)  # what the movies are ranked by
    means = (np.bincount(movies, stars, minlength=n_movies) + 10 * stars.mean()) / (counts + 10)
    return lambda users, movies: means[movies]
`;

const neighbours = ({ neighbours: k, similarityShrinkage }: Settings): string => `${BIASES}

def fit(users, movies, stars, k=${k}, shrinkage=${similarityShrinkage}):
    """Item neighbours as Surprise's KNNBaseline. All similarities at once: for large data use scipy.sparse."""
    global similarity
    expected = fit_biases(users, movies, stars)
    residuals, rated = np.zeros((n_users, n_movies)), np.zeros((n_users, n_movies))
    residuals[users, movies] = stars - expected(users, movies)
    rated[users, movies] = 1
    common = rated.T @ rated
    squares = (residuals**2).T @ rated
    with np.errstate(invalid="ignore"):
        cosine = residuals.T @ residuals / np.sqrt(squares * squares.T)
    similarity = np.nan_to_num(cosine).clip(0) * common / np.maximum(common + shrinkage, 1)
    np.fill_diagonal(similarity, 0)

    def deviation(user, movie):
        own = np.flatnonzero(rated[user])
        nearest = own[np.argsort(-similarity[movie, own])[:k]]
        weights = similarity[movie, nearest]
        return weights @ residuals[user, nearest] / weights.sum() if weights.sum() > 0 else 0.0

    return lambda users, movies: expected(users, movies) + np.array([deviation(u, i) for u, i in zip(users, movies)])
`;

const ease = ({ ridge, liked }: Settings): string => `${BIASES}

def fit(users, movies, stars, ridge=${formatNumber(ridge)}):
    """EASE^R (Steck 2019). \`score(user)\` ranks the movies; the stars are those of the biases."""
    global score, b
    height = (stars - stars.min()) / (stars.max() - stars.min())
    x = np.zeros((n_users, n_movies), np.float32)
    x[users, movies] = ${LIKINGS[liked]('users', 'stars')}
    known = np.flatnonzero(x.any(axis=0))  # a movie that nobody liked has a weight of 0 for all others
    gram = x[:, known].T @ x[:, known] + ridge * np.eye(len(known), dtype=np.float32)
    inverse = np.linalg.inv(gram)
    b = np.zeros((n_movies, n_movies), np.float32)
    b[np.ix_(known, known)] = inverse / -np.diag(inverse)
    np.fill_diagonal(b, 0)
    score = lambda user: x[user] @ b
    return fit_biases(users, movies, stars)
`;

const CODE: Readonly<Record<BaselineName, (settings: Settings) => string>> = {
  mean: () => MEAN,
  bias: () => `${BIASES}

fit = fit_biases
`,
  popular: () => POPULAR,
  neighbours,
  ease,
};
