import type { Configuration } from '../../core/hyperparameters.ts';
import { formatNumber } from '../../core/settings/format.ts';

/**
 * Python that solves for rows, or draws them, with NumPy, and gives them to the model of the cell above. `target` and `rmse` are the lines
 * for them.
 */
export function byRowCode(configuration: Configuration, target: string, rmse: string): string {
  return configuration.optimizer === 'gibbs' ? gibbsCode(configuration, target, rmse) : alsCode(configuration, target, rmse);
}

const start = (
  target: string,
): string => `# The target. An error in stars is an error in these units times the scale; at the end predictions are clipped to the rating scale.
${target}
z = (stars - offset) / scale
user, movie = user_index[train], movie_index[train]
`;

const ROWS = `

def rows_of(rows, n):
    """The positions of each row's ratings."""
    return np.split(np.argsort(rows, kind="stable"), np.cumsum(np.bincount(rows, minlength=n))[:-1])

`;

const GIVE = (biases: boolean): string => `model.get_layer("user_factors").set_weights([p[:, :k]])
model.get_layer("movie_factors").set_weights([q[:, :k]])
${biases ? 'model.get_layer("user_bias").set_weights([p[:, k:]])\nmodel.get_layer("movie_bias").set_weights([q[:, k:]])\n' : ''}`;

function alsCode({ userFactors, biases, l2, biasL2, epochs }: Configuration, target: string, rmse: string): string {
  const first = 'model.get_layer("movie_factors").get_weights()[0].astype(float)';
  const [width, other, right, q] = biases
    ? [
        'k + 1',
        'np.c_[others[columns[own], :k], np.ones(len(own))]',
        'y[own] - others[columns[own], k]',
        `q = np.c_[${first}, np.zeros(n_movies)]`,
      ]
    : ['k', 'others[columns[own]]', 'y[own]', `q = ${first}`];
  const ridge = biases ? `np.array([${formatNumber(l2)}] * k + [${formatNumber(biasL2)}])` : `np.full(k, ${formatNumber(l2)})`;
  return `${start(target)}k = ${userFactors}
y = z[train]${biases ? ' - z[train].mean()' : ''}
l2 = ${ridge}
${ROWS}
def solve(rows, n, columns, others):
    """The best rows, with those of the other side fixed: factors${biases ? ', then the bias' : ''}."""
    solved = np.zeros((n, ${width}))
    for row, own in enumerate(rows_of(rows, n)):
        if len(own) > 0:
            x = ${other}
            solved[row] = np.linalg.solve(x.T @ x + len(own) * np.diag(l2), x.T @ (${right}))
    return solved


${q}
for epoch in range(${epochs}):
    p = solve(user, n_users, movie, q)
    q = solve(movie, n_movies, user, p)
    print(f"Epoch {epoch + 1}")
${GIVE(biases)}${rmse}`;
}

function gibbsCode({ userFactors, epochs, seed, ratedSet, ratedBy }: Configuration, target: string, rmse: string): string {
  const left =
    ratedSet || ratedBy
      ? '# The embeddings of the ratings’ other side are left out here: with them, mean differs from row to row.\n'
      : '';
  return `${start(target)}k = ${userFactors}
y = z[train] - z[train].mean()
rng = np.random.default_rng(${seed})
${ROWS}
def draw_prior(rows):
    """The mean and the precision of the normal distribution that rows come from (Normal-Wishart)."""
    n, d = len(rows), rows.shape[1]
    scatter = np.eye(d) + rows.T @ rows - np.outer(rows.sum(0), rows.sum(0)) / (n + 2)
    half = np.linalg.cholesky(np.linalg.inv(scatter))
    bartlett = np.tril(rng.normal(size=(d, d)), -1) + np.diag(np.sqrt(rng.chisquare(d + n - np.arange(d))))
    precision = (half @ bartlett) @ (half @ bartlett).T
    return rng.multivariate_normal(rows.sum(0) / (n + 2), np.linalg.inv((n + 2) * precision)), precision


def draw(rows, before, columns, others, alpha):
    """Rows as the ratings leave them open, with those of the other side fixed: factors, then the bias."""
    mean, precision = draw_prior(before)
    drawn = np.empty_like(before)
    for row, own in enumerate(rows_of(rows, len(before))):
        x = np.c_[others[columns[own], :k], np.ones(len(own))]
        a = precision + alpha * x.T @ x
        c = precision @ mean + alpha * x.T @ (y[own] - others[columns[own], k])
        drawn[row] = np.linalg.solve(a, c) + np.linalg.solve(np.linalg.cholesky(a).T, rng.normal(size=k + 1))
    return drawn


def predict(p, q):
    return (p[user, :k] * q[movie, :k]).sum(1) + p[user, k] + q[movie, k]


${left}p, q = rng.normal(0, 0.05, (n_users, k + 1)), rng.normal(0, 0.05, (n_movies, k + 1))
sums, count = [0, 0], 0
for sweep in range(${epochs}):
    alpha = rng.gamma(1 + len(y) / 2) / (1 + ((y - predict(p, q)) ** 2).sum() / 2)
    p = draw(user, p, movie, q, alpha)
    q = draw(movie, q, user, p, alpha)
    if sweep >= 10:  # the first sweeps only find the way
        sums, count = [sums[0] + p, sums[1] + q], count + 1
    print(f"Sweep {sweep + 1}")
if count > 0:
    p, q = sums[0] / count, sums[1] / count
${GIVE(true)}${rmse}`;
}
