import type { RecommendedMovie } from '../contract.ts';
import type { WhatIf } from './contract.ts';

/** Where a movie comes from that is at a place (from 0) of the new list. */
export function moveWords(before: readonly RecommendedMovie[], { movieId }: RecommendedMovie, place: number): string {
  const was = before.findIndex((movie) => movie.movieId === movieId);
  if (was < 0) return 'new';
  if (was === place) return 'same';
  return was > place ? `up ${was - place}` : `down ${place - was}`;
}

/** How far the two lists can be relied on. */
export function whatIfWords({ before, trainedAlike, by }: WhatIf, hasChanged: boolean): string {
  const how =
    by === 'direct'
      ? 'Both lists are worked out from the ratings by the formula of the model.'
      : `Both lists are folded in: the user’s embedding follows from the ratings, with all else fixed. The first has ${trainedAlike} of the ${before.length} movies that the trained embedding recommends.`;
  return hasChanged ? how : `Change a rating, or leave it out, and the second list moves. ${how}`;
}
