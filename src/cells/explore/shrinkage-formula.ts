import type { RankedMovie } from '../../core/explore/best-movies.ts';
import { formatStars } from '../../ui/format.ts';

/** The formula of the pulled mean, with the numbers of a movie put in. */
export function shrinkageFormula({ ratings, meanStars, shrunkStars }: RankedMovie, minRatings: number, mean: number): string {
  const numbers = `\\frac{${ratings} \\cdot ${formatStars(meanStars)} + ${minRatings} \\cdot ${formatStars(mean)}}{${ratings} + ${minRatings}}`;
  return `\\tilde r_i = \\frac{n_i \\bar r_i + m \\mu}{n_i + m} = ${numbers} = ${formatStars(shrunkStars)}`;
}
