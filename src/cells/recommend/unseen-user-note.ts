import type { Configuration } from '../../core/hyperparameters.ts';

/** What a list goes by when none of the user’s ratings were trained on; null where a model’s list is the same for all users anyway. */
export function unseenUserNote(configuration: Configuration): string | null {
  const rest = whatIsLeft(configuration);
  return rest && `All ratings of this user were held out of training: ${rest}`;
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
