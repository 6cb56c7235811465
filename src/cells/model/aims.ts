import { type Aim, aimOf } from '../../core/aim.ts';
import { type Configuration, SETTINGS } from '../../core/hyperparameters.ts';
import { givesScores, isPairwise, type LossName } from '../../core/loss.ts';
import { formatSetting } from '../../core/settings/format.ts';
import type { ChoiceOption, ChoiceSetting } from '../../core/settings/setting.ts';
import { LISTING_ENGINES } from '../../core/settings/tuned.ts';

export const AIMS: readonly { readonly aim: Aim; readonly title: string; readonly purpose: string }[] = [
  { aim: 'stars', title: 'Stars', purpose: 'The lowest error in stars. Its lists do not predict what a user would choose.' },
  {
    aim: 'both',
    title: 'Stars and list',
    purpose: 'Both from the same factors: lists of what a user would choose, and nearly the same error in stars.',
  },
  { aim: 'list', title: 'List', purpose: 'What a user would choose among all movies. No predicted stars.' },
];

/** What else the choice changes, in a sentence or two. */
export function followingOf(configuration: Configuration): string {
  const follow = 'The aim sets the loss and the defaults of the learning rate, its decay and the epochs.';
  if (!LISTING_ENGINES.includes(configuration.engine)) {
    const engine = formatSetting(SETTINGS.engine, configuration.engine);
    return `The engine ${engine} learns only stars. Set the engine to Automatic to learn a list.`;
  }
  if (aimOf(configuration) !== 'stars') return `${follow} A list needs user and movie embeddings of equal size.`;
  if (configuration.userFactors === configuration.movieFactors) return follow;
  return `${follow} A list needs user and movie embeddings of equal size, and sets it.`;
}

/** Which movies count as liked, where the aim has a list and no setting says it. */
export function likedWords({ loss, listWeight }: Configuration): string {
  if (isPairwise(loss)) return ' A movie counts as liked if its rating is not below the user’s mean.';
  return listWeight > 0 ? ' A movie counts as liked if its rating is in the upper quarter of the scale.' : '';
}

/** A softmax over all movies is what is left of stars and list where the stars count nothing. */
export const ALL_MOVIES = 'all';
export type WayToAim = LossName | typeof ALL_MOVIES;

export const LOSS_HELP: Readonly<Record<'stars' | 'list', string>> = {
  stars: 'Loss to minimise. Squared loss penalises large errors most, absolute loss all equally. Huber is squared only below 1.',
  list: 'iALS fits a score of 1 for liked movies and 0 for all others. BPR ranks a liked movie above an unrated one, softmax above several or all.',
};

/** The losses that serve an aim, of those that the model has. */
export function waysTo(aim: Aim, model: Configuration['model']): readonly ChoiceOption[] {
  const { options } = SETTINGS.loss as ChoiceSetting;
  const ofModel = options.filter(({ models }) => models?.includes(model) ?? true);
  const ofAim = ofModel.filter(({ value }) => givesScores(value as LossName) === (aim === 'list'));
  return aim === 'list' ? [...ofAim, { value: ALL_MOVIES, label: 'Softmax (all movies)' }] : ofAim;
}

/** The way that settings stand for, as `waysTo` names it. */
export const wayOf = (aim: Aim, loss: LossName): WayToAim => (aim === 'list' && !givesScores(loss) ? ALL_MOVIES : loss);
