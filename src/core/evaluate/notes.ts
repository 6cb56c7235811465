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
          `No list can be measured: none of the ${heldOut} ratings of the ${part} part has ${from} or more and a user and a movie of the training part. Lower “Relevant from”.`,
        ]
      : []),
    ...(k > recommended
      ? [`k is ${k}, but only ${recommended} movies can be recommended. Every list has all of them that the user has not rated.`]
      : []),
    ...(recommended < SHOWN && recommended > 0
      ? [`Lists have fewer than ${SHOWN} movies, since only ${recommended} can be recommended.`]
      : []),
    ...(recommended === 0 ? [`No movie has enough training ratings to be recommended. Lower “Rated by at least”.`] : []),
    ...(users === 1 ? ['There is only one user: no other lists to compare, and no interval.'] : []),
    ...(users > 1 && judged === 1 ? ['Only one user has a relevant movie, so these figures have no interval.'] : []),
    ...(own.stars === null ? ['This model ranks movies and predicts no stars, so it has no error in stars.'] : []),
    ...(own.stars && heldOut > 0 && own.stars.r2 === null
      ? [`All ratings of the ${part} part are equal: there is no variance to explain, so R² is undefined.`]
      : []),
    ...(own.lists && !own.isOrdered && catalogue > 0
      ? ['The model gives every movie the same score: its lists follow the order of the catalogue.']
      : []),
  ];
}
