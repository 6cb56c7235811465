/**
 * The error of a trained model and that of the biases, on the same n ratings, differ with a standard error of 0.11 to 0.45 of the latter
 * over √n (measured, see docs/verdict.md): the more, the further the predictions lie apart. This is on the safe side.
 */
const DIFFERENCE = 0.45;

/** A difference between two errors on the same ratings that chance does not make: two standard errors, in the unit of the errors. */
export const beyondChance = (error: number, ratings: number): number => (2 * DIFFERENCE * error) / Math.sqrt(ratings);

/** Two epochs of one run lie closer: 0.14 to 0.31 (measured, see docs/verdict.md). */
const OF_EPOCHS = 0.31;

/** The same of two epochs of a run. */
export const epochsBeyondChance = (error: number, ratings: number): number => (2 * OF_EPOCHS * error) / Math.sqrt(ratings);

/** The same of an epoch's training error: two standard errors of a root mean square. */
export const trainingBeyondChance = (error: number, ratings: number): number => (2 * error) / Math.sqrt(2 * ratings);

/** The same of two shares of pairs that are ranked right, as if they were of different pairs: on the safe side. */
export const shareBeyondChance = (share: number, pairs: number): number => 2 * Math.sqrt((2 * share * (1 - share)) / pairs);
