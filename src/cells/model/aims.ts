import { type Aim, aimOf } from '../../core/aim.ts';
import { type Configuration, SETTINGS } from '../../core/hyperparameters.ts';
import { givesScores, type LossName } from '../../core/loss.ts';
import { LISTING_ENGINES } from '../../core/settings/defaults.ts';
import { formatSetting } from '../../core/settings/format.ts';
import type { ChoiceOption, ChoiceSetting } from '../../core/settings/setting.ts';

export const AIMS: readonly { readonly aim: Aim; readonly title: string; readonly purpose: string }[] = [
  { aim: 'stars', title: 'Stars', purpose: 'The lowest error in stars; its lists do not tell what somebody would choose.' },
  {
    aim: 'both',
    title: 'Stars and list',
    purpose: 'Both from the same factors: lists of what somebody would choose, and nearly the same error in stars.',
  },
  { aim: 'list', title: 'List', purpose: 'What somebody would choose among all movies, and nothing else: no predicted stars.' },
];

/** What else the choice changes, in a sentence or two. */
export function followingOf(configuration: Configuration): string {
  const follow = 'The loss follows the aim, and so does where the learning rate, its decay and the epochs start.';
  if (!LISTING_ENGINES.includes(configuration.engine)) {
    const engine = formatSetting(SETTINGS.engine, configuration.engine);
    return `The engine ${engine} learns stars alone, so the aim starts there. Let the engine be chosen automatically to learn a list.`;
  }
  if (aimOf(configuration) !== 'stars') return `${follow} A list is read off the product of the embeddings: they have one size.`;
  if (configuration.userFactors === configuration.movieFactors) return follow;
  return `${follow} A list needs embeddings of one size: choosing it makes them alike.`;
}

/** A softmax over all movies is what is left of stars and list where the stars count nothing. */
export const ALL_MOVIES = 'all';
export type WayToAim = LossName | typeof ALL_MOVIES;

export const LOSS_HELP: Readonly<Record<'stars' | 'list', string>> = {
  stars: 'Squares chase large errors, absolute errors treat all alike, Huber squares only those below 1.',
  list: 'iALS scores what was liked 1 and every other movie 0; BPR ranks it above one that was not rated, softmax above several or all.',
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
