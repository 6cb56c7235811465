import type { Configuration } from '../../core/hyperparameters.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { rateCode } from './schedule-code.ts';

const BIASES = `bu = model.get_layer("user_bias").get_weights()[0][:, 0]
bi = model.get_layer("movie_bias").get_weights()[0][:, 0]
`;

const GIVE_BIASES = `model.get_layer("user_bias").set_weights([bu[:, None]])
model.get_layer("movie_bias").set_weights([bi[:, None]])
`;

/**
 * Python that takes one rating after the other with NumPy, since Keras learns from batches, and gives the factors to the model of the cell
 * above. `target` and `rmse` are the lines for them.
 */
export function byRatingCode(configuration: Configuration, target: string, rmse: string): string {
  const { biases, biasRate, l2, biasL2, epochs, seed, patience, timeBudget } = configuration;
  const [predicted, step] = biases
    ? [
        'mean + bu[u] + bi[i] + p[u] @ q[i]',
        `        bu[u] += bias_rate * rate * (e - bias_l2 * bu[u])
        bi[i] += bias_rate * rate * (e - bias_l2 * bi[i])
`,
      ]
    : ['p[u] @ q[i]', ''];
  const endings = patience > 0 || timeBudget > 0 ? '# Early stopping and the time budget are left out here.\n' : '';
  return `# The target. An error in stars is an error in these units times the scale; at the end predictions are clipped to the rating scale.
${target}
z = (stars - offset) / scale
rng = np.random.default_rng(${seed})
l2 = ${formatNumber(l2)}
${biases ? `bias_l2, bias_rate, mean = ${formatNumber(biasL2)}, ${formatNumber(biasRate)}, z[train].mean()\n` : ''}p = model.get_layer("user_factors").get_weights()[0]
q = model.get_layer("movie_factors").get_weights()[0]
${biases ? BIASES : ''}${endings}
${rateCode({ ...configuration, batchSize: 1 })}
for epoch in range(${epochs}):
    # The page goes block by block, so that several threads can work at once.
    for step, at in enumerate(rng.permutation(train), epoch * steps_per_epoch):
        u, i, rate = user_index[at], movie_index[at], learning_rate(step)
        e = z[at] - (${predicted})
${step}        p[u], q[i] = p[u] + rate * (e * q[i] - l2 * p[u]), q[i] + rate * (e * p[u] - l2 * q[i])
    print(f"Epoch {epoch + 1}")
model.get_layer("user_factors").set_weights([p])
model.get_layer("movie_factors").set_weights([q])
${biases ? GIVE_BIASES : ''}${rmse}`;
}
