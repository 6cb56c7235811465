import type { Configuration } from '../../core/hyperparameters.ts';
import type { Recommendation } from './contract.ts';

type About = Pick<Recommendation, 'seenInTraining' | 'isOrdered' | 'movies'>;

/** Where a list does not go by what the user liked, what it goes by instead; null where it does, or is the same for all users anyway. */
export function userNote({ seenInTraining, isOrdered, movies }: About, configuration: Configuration): string | null {
  if (!seenInTraining) {
    const rest = whatIsLeft(configuration);
    if (rest) return `All ratings of this user were held out of training: ${rest}`;
  }
  return isOrdered || movies.length < 2
    ? null
    : 'Every movie has the same score for this user: the order of the list says nothing.';
}

function whatIsLeft({ model, biases, demographics, listWeight }: Configuration): string | null {
  switch (model) {
    case 'mean':
    case 'popular':
      return null;
    case 'bias':
    case 'neighbours':
      return 'the model knows nothing about them, and the list goes by the movies’ biases.';
    case 'ease':
      return 'there is nothing that they liked to go by, and every movie has the same score.';
    case 'dot':
    case 'mlp':
    case 'hybrid':
      if (listWeight > 0) return 'they have no learned factors, and the list goes by how often each movie is chosen.';
      if (demographics) return 'they have no learned factors, and the list goes by the movies and by the user’s demographics.';
      if (model !== 'dot') return 'they have no learned factors, and the list goes by the movies alone.';
      return biases
        ? 'they have no learned factors, and the list goes by the movies’ biases.'
        : 'they have no learned factors, and without biases every movie has the same prediction.';
  }
}
