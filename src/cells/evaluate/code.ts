import type { Configuration } from '../../core/hyperparameters.ts';
import { isBaseline } from '../../core/model-name.ts';

interface Settings {
  readonly k: number;
  readonly threshold: number;
}

/** NumPy that judges the lists of the model that was trained above, and those of the most popular movies. */
export function evaluatingCode(
  { model, minRatings, split, listWeight }: Pick<Configuration, 'model' | 'minRatings' | 'split' | 'listWeight'>,
  { k, threshold }: Settings,
): string {
  if (split === 'none') return '# Everything is used for training: nothing is held out to measure lists.\n';
  const scores = isBaseline(model)
    ? 'predict(np.full(n_movies, row), np.arange(n_movies))'
    : listWeight > 0
      ? 'np.array(list_head(np.array([row])))[0]'
      : 'model.predict_on_batch([np.full(n_movies, row), np.arange(n_movies)])[:, 0]';
  return `k, relevant_from, at_least = ${k}, ${threshold}, ${minRatings}

counts = np.bincount(movie_index[train], minlength=n_movies)
seen, relevant = np.zeros((2, n_users, n_movies), dtype=bool)
seen[user_index[train], movie_index[train]] = True
liked = validation[stars[validation] >= relevant_from]
relevant[user_index[liked], movie_index[liked]] = True
relevant &= seen.any(axis=1, keepdims=True) & (counts > 0)  # users and movies of the training part
judged = np.flatnonzero(relevant.any(axis=1))
discounts = 1 / np.log2(np.arange(2, k + 2))


def ranking(row):
    return ${model === 'popular' ? 'counts.astype(float)' : scores}


def evaluate(ranking):
    ndcg, recall = [], []
    for row in judged:
        scores = np.where(seen[row] | (counts < max(at_least, 1)), -np.inf, ranking(row))
        top = np.argsort(-scores, kind="stable")[:k]
        hits = relevant[row, top] & np.isfinite(scores[top])
        best = min(k, relevant[row].sum())
        ndcg.append((hits * discounts[: len(hits)]).sum() / discounts[:best].sum())
        recall.append(hits.sum() / best)
    return np.mean(ndcg), np.mean(recall)


print(f"The model: NDCG@{k} %.4f, recall@{k} %.4f" % evaluate(ranking))
print(f"Most popular: NDCG@{k} %.4f, recall@{k} %.4f" % evaluate(lambda row: counts))
`;
}
