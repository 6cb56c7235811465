import type { Evaluation } from './evaluation.ts';
import { SHOWN } from './measure-lists.ts';

/** What could not be measured, or is to be known of the figures: a sentence each. */
export function notesOf(evaluation: Evaluation): readonly string[] {
  const { own, k, threshold, part, heldOut, relevant, users, judged, catalogue, recommended } = evaluation;
  const from = `${threshold} stars`;
  return [
    ...(heldOut === 0 ? [`The ${part} part has no ratings: nothing can be measured.`] : []),
    ...(heldOut > 0 && relevant === 0
      ? [
          `None of the ${heldOut} held-out ratings is of ${from} or more, of a movie and by a user that were trained on: no list can be judged. Set “Relevant from” lower.`,
        ]
      : []),
    ...(k > recommended
      ? [`k is ${k}, but only ${recommended} movies can be recommended: every list has all of them that the user has not rated.`]
      : []),
    ...(recommended < SHOWN && recommended > 0
      ? [`Lists have fewer than ${SHOWN} movies, since there are only ${recommended}.`]
      : []),
    ...(recommended === 0
      ? [`No movie has so many training ratings: nothing is recommended. Set “Rated by at least” lower.`]
      : []),
    ...(users === 1 ? ['There is one user: nobody to compare lists with, and no interval.'] : []),
    ...(users > 1 && judged === 1 ? ['One user alone has a relevant held-out movie, so these figures have no interval.'] : []),
    ...(own.stars === null ? ['This model ranks movies and predicts no stars, so it has no error in stars.'] : []),
    ...(own.stars && heldOut > 0 && own.stars.r2 === null
      ? ['All held-out ratings are equal: there is no variance to explain, so R² is undefined.']
      : []),
    ...(own.lists && !own.isOrdered && catalogue > 0
      ? ['The model says the same of every movie: its lists go by the order of the catalogue alone.']
      : []),
  ];
}
