import type { Feedback } from './clean/findings.ts';
import type { Configuration, Overrides } from './hyperparameters.ts';
import { givesScores, ranksOnly } from './loss.ts';
import { isBaseline } from './model-name.ts';
import type { DataSize } from './settings/data-size.ts';
import { defaultsFor, resolve } from './settings/defaults.ts';
import { DEFAULTS, LIST_WEIGHT, LISTING_ENGINES } from './settings/tuned.ts';

/** What a model learns: the stars that somebody gives, what they choose among all movies, or both on the same factors. */
export type Aim = 'stars' | 'both' | 'list';

type Aiming = Pick<Configuration, 'model' | 'loss' | 'listWeight'>;

/** What settings amount to; null of a baseline, which is fitted in its own way. */
export function aimOf({ model, loss, listWeight }: Aiming): Aim | null {
  if (isBaseline(model)) return null;
  if (ranksOnly({ loss, listWeight })) return 'list';
  return listWeight > 0 ? 'both' : 'stars';
}

/** What an aim sets: a loss of stars and what the list counts beside it; for the list alone what ranks best with the model. */
export function settingsOfAim(aim: Aim, overrides: Overrides, size: DataSize): Partial<Configuration> {
  const { model, loss } = resolve(overrides, size);
  if (aim === 'list' && model === 'dot') return { loss: 'implicit', listWeight: 0 };
  const ofStars = givesScores(loss) ? 'squared' : loss;
  if (aim === 'stars') return { loss: ofStars, listWeight: 0 };
  return withList({ loss: ofStars, listWeight: aim === 'both' ? LIST_WEIGHT[size] : 1 }, overrides, size);
}

/** The list alone, by a softmax over all movies: what is left of stars and list where the stars count nothing. */
export const settingsOfAllMovies = (overrides: Overrides, size: DataSize): Partial<Configuration> =>
  withList({ loss: 'squared', listWeight: 1 }, overrides, size);

/** A list is learned from batches, and read off the product of the two embeddings, which have to be of one size for that. */
function withList(ofList: Partial<Configuration>, overrides: Overrides, size: DataSize): Partial<Configuration> {
  const settings =
    overrides.optimizer && ['sgd-by-rating', 'als', 'gibbs'].includes(overrides.optimizer)
      ? { ...ofList, optimizer: DEFAULTS.dot.optimizer }
      : ofList;
  const { userFactors, movieFactors } = resolve({ ...overrides, ...settings }, size);
  return userFactors === movieFactors ? settings : { ...settings, movieFactors: userFactors };
}

/**
 * What settings start with where ratings do not tell what is liked less: the list alone, and whatever there is counts as liked. A loss or a weight
 * of the list that was given has chosen an aim already; engines that learn no lists learn them by pairs.
 */
function startsOn(feedback: Feedback, { model = 'dot', engine = 'auto', loss, listWeight }: Overrides): Overrides {
  if (feedback === 'ratings') return {};
  const liked: Overrides = model === 'dot' || model === 'ease' ? { liked: 'all' } : {};
  if (isBaseline(model) || loss !== undefined || listWeight !== undefined) return liked;
  if (!LISTING_ENGINES.includes(engine)) return { ...liked, loss: 'bpr' };
  return model === 'dot' ? { ...liked, loss: 'implicit' } : { listWeight: 1 };
}

/** The overrides over those that data of this kind starts with. */
export const overridesOn = (feedback: Feedback, overrides: Overrides): Overrides => ({
  ...startsOn(feedback, overrides),
  ...overrides,
});

/** Where every setting starts on data of this kind and size. */
export const defaultsOn = (feedback: Feedback, overrides: Overrides, size: DataSize): Configuration => ({
  ...defaultsFor(overridesOn(feedback, overrides), size),
  ...startsOn(feedback, overrides),
});
