import type { Graph, ListNode } from './graph.ts';
import type { ModelContext } from './model.ts';

/** Shares the factors with the prediction of stars, which are smaller than what ranks among thousands of movies: it starts them larger. */
export const GAIN_AT_FIRST = 3;

/** What of a graph the list task trains, beside its gain and its bias. */
export const SHARED_FACTORS = { user: 'user_factors', movie: 'movie_factors' } as const;

/**
 * A head beside the prediction of stars that says what a user chooses: Σ_f a_f p_f q_f + c_i, over the same factors with a gain for each and a
 * bias of its own for each movie.
 */
export function withListHead({ nodes }: Graph, { movies }: ModelContext): Graph {
  const { user, movie } = SHARED_FACTORS;
  const list: readonly ListNode[] = [
    { kind: 'gain', name: 'list_gain', input: user, initializer: { kind: 'constant', value: GAIN_AT_FIRST } },
    { kind: 'dot', name: 'list_match', inputs: ['list_gain', movie] },
    { kind: 'embedding', name: 'list_bias', of: 'movie', rows: movies, width: 1, initializer: { kind: 'zeros' }, l2: 0 },
    { kind: 'add', name: 'list_score', inputs: ['list_match', 'list_bias'] },
  ];
  return { nodes, list };
}

/** The parameters that the list task trains. */
export const LIST_PARAMETERS = {
  users: `${SHARED_FACTORS.user}/embeddings`,
  movies: `${SHARED_FACTORS.movie}/embeddings`,
  gain: 'list_gain/gain',
  bias: 'list_bias/embeddings',
} as const;
