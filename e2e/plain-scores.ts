import type { Npz } from './npz.ts';

/** Of a user's and a movie's row. */
export type Score = (user: number, movie: number) => number;

/** What a dot product with biases predicts, from its weights. */
export function starsOf({ array, nodes }: Npz): Score {
  const mean = nodes.find(({ name }) => name === 'centred')?.offset as number;
  const [p, q] = [array('user_factors/embeddings'), array('movie_factors/embeddings')];
  const [userBias, movieBias] = [array('user_bias/embeddings'), array('movie_bias/embeddings')];
  const width = p.length / userBias.length;
  return (user, movie) => {
    let sum = mean + (userBias[user] as number) + (movieBias[movie] as number);
    for (let d = 0; d < width; d++) sum += (p[user * width + d] as number) * (q[movie * width + d] as number);
    return sum;
  };
}

/** What the head beside it orders the movies by. */
export function listOf({ array }: Npz): Score {
  const [p, q] = [array('user_factors/embeddings'), array('movie_factors/embeddings')];
  const [gain, chosen] = [array('list_gain/gain'), array('list_bias/embeddings')];
  const width = gain.length;
  return (user, movie) => {
    let sum = chosen[movie] as number;
    for (let d = 0; d < width; d++)
      sum += (gain[d] as number) * (p[user * width + d] as number) * (q[movie * width + d] as number);
    return sum;
  };
}
