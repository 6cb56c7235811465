import type { Configuration } from '../../core/hyperparameters.ts';
import type { Recommendation } from './contract.ts';

type About = Pick<Recommendation, 'seenInTraining' | 'isOrdered' | 'movies'>;

/** Where a list does not go by what the user liked, what it goes by instead; null where it does, or is the same for all users anyway. */
export function userNote({ seenInTraining, isOrdered, movies }: About, configuration: Configuration): string | null {
  if (!seenInTraining) {
    const rest = whatIsLeft(configuration);
    if (rest) return `No rating of this user is in the training part: ${rest}`;
  }
  return isOrdered || movies.length < 2
    ? null
    : 'Every movie has the same score for this user, so the order of the list has no meaning.';
}

function whatIsLeft({ model, biases, demographics, listWeight, optimizer }: Configuration): string | null {
  switch (model) {
    case 'mean':
    case 'popular':
      return null;
    case 'bias':
    case 'neighbours':
      return 'the model knows nothing about this user and ranks by the movies’ biases.';
    case 'ease':
      return 'the model knows nothing that this user liked, so every movie has the same score.';
    case 'dot':
    case 'mlp':
    case 'hybrid':
      if (listWeight > 0) return 'this user has no learned factors, so the list is ranked by how often each movie is chosen.';
      if (optimizer === 'gibbs') return 'the model takes this user for an average one.';
      if (demographics)
        return 'this user has no learned factors, so the list is ranked by the movies and the user’s demographics.';
      if (model !== 'dot') return 'this user has no learned factors, so the list is ranked by the movies alone.';
      return biases
        ? 'this user has no learned factors, so the list is ranked by the movies’ biases.'
        : 'this user has no learned factors, and without biases every movie has the same prediction.';
  }
}
