import type { Configuration } from '../../core/hyperparameters.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { LIKINGS } from '../liking-code.ts';
import { linesOfParts } from './held-out-code.ts';

/** Python that solves for the factors of the model of the cell above with NumPy, and gives them to it. */
export function alternatingCode(configuration: Configuration): string {
  const { liked, unobserved, regularisation, frequency, epochs, seed } = configuration;
  return `rng = np.random.default_rng(${seed})
height = (stars[train] - stars.min()) / (stars.max() - stars.min() or 1)
liking = ${LIKINGS[liked]('user_index[train]', 'stars[train]')}
liked = np.flatnonzero(liking > 0)
user, movie, liking = user_index[train][liked], movie_index[train][liked], liking[liked]
unobserved, regularisation, frequency = ${[unobserved, regularisation, frequency].map(formatNumber).join(', ')}


def ridges(rows, n, others):
    """The L2 of each row: more for rows with more pairs."""
    weight = np.bincount(rows, liking, n) + unobserved * others
    return regularisation * weight**frequency * weight.sum() / (weight**frequency).sum()


def solve(rows, n, columns, factors, ridge):
    """The best factors of all rows, with those of the columns fixed."""
    k = factors.shape[1]
    everywhere = unobserved * factors.T @ factors
    solved = np.zeros((n, k))
    ends = np.cumsum(np.bincount(rows, minlength=n))[:-1]
    for row, own in enumerate(np.split(np.argsort(rows, kind="stable"), ends)):
        if len(own) > 0:
            q, w = factors[columns[own]], liking[own]
            solved[row] = np.linalg.solve(everywhere + (q.T * w) @ q + ridge[row] * np.eye(k), w @ q)
    return solved


user_ridges, movie_ridges = ridges(user, n_users, n_movies), ridges(movie, n_movies, n_users)
q = model.get_layer("movie_factors").get_weights()[0].astype(float)
for epoch in range(${epochs}):
    p = solve(user, n_users, movie, q, user_ridges)
    q = solve(movie, n_movies, user, p, movie_ridges)
    loss = liking @ (1 - (p[user] * q[movie]).sum(axis=1)) ** 2 + unobserved * ((p.T @ p) * (q.T @ q)).sum()
    loss += user_ridges @ (p**2).sum(axis=1) + movie_ridges @ (q**2).sum(axis=1)
    print(f"Epoch {epoch + 1}: loss {loss / len(user):.4f} per liked rating")
model.get_layer("user_factors").set_weights([p])
model.get_layer("movie_factors").set_weights([q])
${linesOfParts(configuration, AUC)}offset, scale = 0.0, 1.0  # predictions only rank movies; they are not stars
`;
}

const AUC = `
# How often a movie that was liked scores above one that was not rated.
mean = np.bincount(user_index[train], stars[train], n_users) / np.maximum(1, np.bincount(user_index[train], minlength=n_users))
held = stars[validation] >= mean[user_index[validation]]
users, right = user_index[validation][held], movie_index[validation][held]
everything = np.unique(user_index.astype(np.int64) * n_movies + movie_index)
wrong = rng.integers(n_movies, size=len(users))
while len(bad := np.flatnonzero(np.isin(users.astype(np.int64) * n_movies + wrong, everything))):
    wrong[bad] = rng.integers(n_movies, size=len(bad))
print("Validation pair accuracy:", np.mean((p[users] * q[right]).sum(axis=1) > (p[users] * q[wrong]).sum(axis=1)))
`;
