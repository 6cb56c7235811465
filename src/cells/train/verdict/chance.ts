/**
 * The predictions of a trained model and of the biases differ by about a third of the biases' error (measured, see docs/verdict.md). So the
 * difference of their errors on the same n ratings has a standard error of a third of it over √n.
 */
const DIFFERENCE = 1 / 3;

/** A difference between two errors on the same ratings that chance does not make: two standard errors, in the unit of the errors. */
export const beyondChance = (error: number, ratings: number): number => (2 * DIFFERENCE * error) / Math.sqrt(ratings);

/** The same of two shares of pairs that are ranked right, as if they were of different pairs: on the safe side. */
export const shareBeyondChance = (share: number, pairs: number): number => 2 * Math.sqrt((2 * share * (1 - share)) / pairs);
