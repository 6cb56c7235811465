import type { Configuration } from '../../core/hyperparameters.ts';
import { ranksOnly } from '../../core/loss.ts';
import { isBaseline } from '../../core/model-name.ts';
import type { ListRequest, RatedRule } from './contract.ts';
import { filteringCode } from './filtering-code.ts';

const PREDICT_TRAINED = `scores = model.predict([np.full(n_movies, row), np.arange(n_movies)], batch_size=4096)[:, 0]
predicted = scores * scale + offset`;
const PREDICT_FITTED = 'predicted = predict(np.full(n_movies, row), np.arange(n_movies))';
const RANK_BY: Readonly<Partial<Record<Configuration['model'], string>>> = {
  popular: 'np.bincount(movie_index[train], minlength=n_movies).astype(float)',
  ease: 'score(row).astype(float)',
};

const PREDICT_LISTED = 'predicted = np.array(list_head(np.array([row])))[0]';
const RANK_BY_LIST = 'np.array(list_head(np.array([row])))[0]  # what they would choose, not how many stars they would give';

const HELD = 'np.clip(predicted[best], stars.min(), stars.max())';

function rankingCode(model: Configuration['model'], listWeight: number): string {
  if (listWeight > 0 && listWeight < 1) return RANK_BY_LIST;
  return RANK_BY[model] ?? 'predicted.copy()';
}

const RATED_OUT: Readonly<Record<RatedRule, string>> = {
  out: `ranking[movie_index[user_index == row]] = -np.inf  # leaves out movies that the user has rated
`,
  'learned-out': `ranking[movie_index[train][user_index[train] == row]] = -np.inf  # leaves out movies that the model learned from
`,
  in: '',
};

type Asked = Omit<ListRequest, 'minRatings'>;

type Predicting = Pick<Configuration, 'model' | 'loss' | 'listWeight'>;

/** Python that predicts every movie for the user at `row`, and what it then ranks them by. */
export function scoringCode({ model, listWeight }: Predicting): { readonly predict: string; readonly ranking: string } {
  const predict = isBaseline(model) ? PREDICT_FITTED : listWeight === 1 ? PREDICT_LISTED : PREDICT_TRAINED;
  return { predict, ranking: rankingCode(model, listWeight) };
}

/** Python that lists movies for a user with the model that was trained above. */
export function recommendingCode(
  userId: number | string,
  { minRatings, ...predicting }: Predicting & Pick<Configuration, 'minRatings'>,
  { count, rated = 'out', discount = 0, ...filters }: Asked = { count: 5 },
): string {
  const { predict, ranking } = scoringCode(predicting);
  const shown = ranksOnly(predicting) ? 'predicted[best]' : HELD;
  const discounted = discount === 0 ? '' : `ranking -= ${discount} * ranking.std() * np.log10(np.maximum(1, counts))\n`;
  return `user_id = ${JSON.stringify(userId)}
row = np.searchsorted(user_ids, user_id)

${predict}
ranking = ${ranking}
counts = np.bincount(movie_index, minlength=n_movies)
${discounted}${RATED_OUT[rated]}ranking[counts < ${minRatings}] = -np.inf  # leaves out movies with few ratings
${filteringCode(filters)}
best = np.argsort(-ranking, kind="stable")[:${count}]
best = best[np.isfinite(ranking[best])]
print(catalogue.loc[movie_ids[best]].assign(predicted=${shown}))
`;
}
