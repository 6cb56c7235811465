import type { PartName } from '../../../models/fold/score-parts.ts';
import type { LeftOut, WhyPulls, WhySum } from './contract.ts';

const PARTS: Readonly<Record<PartName, string>> = {
  mean: 'Mean rating',
  offset: 'Start of the scale',
  'user-bias': 'User bias',
  'movie-bias': 'Movie bias',
  period: 'Bias of the period',
  'user-period': 'Bias of the user’s period',
  factors: 'Product of the embeddings',
  rated: 'Set of rated movies',
  raters: 'Users who rated the movie',
  demographics: 'Demographics',
  genres: 'Genres',
  year: 'Release year',
  layers: 'Dense layers',
  'list-bias': 'Bias of the list: how often the movie is chosen',
};

export const partWords = (name: PartName): string => PARTS[name];

const SUMS: Readonly<Record<WhySum['of'], string>> = {
  list: 'List score, which orders the list',
  stars: 'Predicted stars',
  score: 'Score',
};

export const sumTitle = ({ of, isSqueezed }: WhySum): string => (isSqueezed ? 'Predicted stars, before the sigmoid' : SUMS[of]);

/** What happens to a total before it is shown; null where nothing does. */
export function shownWords({ total, shown, isSqueezed }: WhySum): string | null {
  if (isSqueezed) return `The sigmoid makes ${shown.toFixed(3)} stars of it.`;
  if (Math.abs(total - shown) < 5e-4) return null;
  return `Held to the rating scale, it is ${shown.toFixed(3)}.`;
}

const LEFT: Readonly<Record<LeftOut['name'], string>> = {
  user: 'User embedding',
  movie: 'Movie embedding',
  rated: 'Set of rated movies',
  raters: 'Users who rated the movie',
  demographics: 'Demographics',
  genres: 'Genres',
  year: 'Release year',
};

export const leftWords = (name: LeftOut['name']): string => LEFT[name];

/** With its sign, so that it is seen which way it goes. */
export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** How far the pulls are the reason of the trained score. */
export function pullWords({ learnedBy, by, trained, folded }: WhyPulls): string {
  const [now, then] = [folded.toFixed(3), trained.toFixed(3)];
  if (learnedBy === 'all-pairs') {
    return `The model solves each user’s embedding from these ratings, so the pulls add up to the score. They give ${now}; the trained score is ${then}, because the movies’ embeddings were solved once more after the users’.`;
  }
  const how = by === 'ridge' ? 'the ridge solution' : 'the solution of the same loss';
  return `The pulls come from ${how} for this user’s ratings, with the movies’ embeddings fixed. ${WAYS[learnedBy]}, so this is an approximation: it gives ${now}, and the model ${then}.`;
}

const WAYS: Readonly<Record<Exclude<WhyPulls['learnedBy'], 'all-pairs'>, string>> = {
  solving: 'The model solved the user’s embedding in the same way, and then the movies’ once more',
  sampling: 'The model averages embeddings that were drawn around such solutions',
  steps: 'The trained embedding took small steps towards it',
};
