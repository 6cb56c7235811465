import type { Configuration } from '../../core/hyperparameters.ts';
import { givesScores } from '../../core/loss.ts';
import { formatNumber } from '../../core/settings/format.ts';

/** Python that folds a user in by their ratings and says which of them pull the first movie up; empty where that takes more than one ridge solution. */
export function foldingCode(configuration: Configuration): string {
  if (configuration.loss === 'implicit') return OF_ALL_PAIRS;
  return isPlainDot(configuration) ? ofStars(configuration) : '';
}

/** A dot product with biases of stars alone, without features. */
function isPlainDot(configuration: Configuration): boolean {
  const { model, loss, optimizer, listWeight, userFactors, movieFactors, biases, output, ratedSet, ratedBy, demographics } =
    configuration;
  const { genres, releaseYear, ratingTime, userDrift } = configuration;
  const hasFeatures = ratedSet || ratedBy || demographics || genres || releaseYear || ratingTime || userDrift;
  const isLinear = model === 'dot' && userFactors === movieFactors && output === 'raw' && biases && !hasFeatures;
  // What a sampler holds users to is none of the settings.
  return isLinear && listWeight === 0 && optimizer !== 'gibbs' && !givesScores(loss);
}

const PULLS = `for pull, movie_of_rating in sorted(zip(pulls, mine), key=lambda pair: -abs(pair[0]))[:8]:
    print(f"{pull:+.3f}", catalogue.loc[movie_ids[movie_of_rating]].title)
`;

const ofStars = ({ l2, biasL2 }: Configuration): string => `
# The same user by their ratings alone: the ridge solution with the movies' numbers fixed, as for somebody new.
q = model.get_layer("movie_factors").get_weights()[0]
movie_bias = model.get_layer("movie_bias").get_weights()[0][:, 0]
mine = movie_index[train][user_index[train] == row]
left = (stars[train][user_index[train] == row] - offset) / scale - ((stars[train] - offset) / scale).mean() - movie_bias[mine]
x = np.column_stack([q[mine], np.ones(len(mine))])
ridge = max(len(mine), 20) * np.array([${formatNumber(l2)}] * q.shape[1] + [${formatNumber(biasL2)}])
matrix = x.T @ x + np.diag(ridge)
own = np.linalg.solve(matrix, x.T @ left)
folded = (movie_bias + q @ own[:-1] + own[-1]) * scale + stars[train].mean()
print("Predicted as trained and as folded in:", predicted[best], folded[best])

# Which ratings pull the first movie up or down, in stars.
pulls = (x @ np.linalg.solve(matrix, np.append(q[best[0]], 1))) * left * scale
${PULLS}`;

const OF_ALL_PAIRS = `
# The same user by their ratings alone, with the movies' factors fixed, as for somebody new.
mine, weight = movie[user == row], liking[user == row]
matrix = unobserved * q.T @ q + (q[mine].T * weight) @ q[mine] + user_ridges[row] * np.eye(q.shape[1])
own = np.linalg.solve(matrix, weight @ q[mine])
print("Scores as trained and as folded in:", ranking[best], q[best] @ own)

# Which ratings pull the first movie up or down.
pulls = (q[mine] @ np.linalg.solve(matrix, q[best[0]])) * weight
${PULLS}`;
