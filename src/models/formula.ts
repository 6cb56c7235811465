import type { Configuration } from '../core/hyperparameters.ts';
import { givesScores } from '../core/loss.ts';

/** The user's vector as TeX. */
export function userVector({ ratedSet, demographics }: Configuration, p = 'p_u'): string {
  const rated = ratedSet ? ' + |N_u|^{-\\frac12}\\textstyle\\sum_{j \\in N_u} y_j' : '';
  const described = demographics ? ' + |D_u|^{-\\frac12}\\textstyle\\sum_{d \\in D_u} z_d' : '';
  return p + rated + described;
}

/** The movie's vector as TeX. */
export function movieVector({ ratedBy, genres, releaseYear }: Configuration, q = 'q_i'): string {
  const raters = ratedBy ? ' + |N_i|^{-\\frac12}\\textstyle\\sum_{v \\in N_i} w_v' : '';
  const ofGenres = genres ? ' + |G_i|^{-\\frac12}\\textstyle\\sum_{g \\in G_i} x_g' : '';
  return q + raters + ofGenres + (releaseYear ? ' + h_{y(i)}' : '');
}

export function dotTerm(configuration: Configuration): string {
  const { userFactors, movieFactors } = configuration;
  const [user, movie] = [userVector(configuration), movieVector(configuration)];
  const users = bracket(user);
  return `${userFactors === movieFactors ? users : `W^\\top ${users}`} \\cdot ${bracket(movie)}`;
}

/** Dense layers over two vectors side by side. */
export function layersTerm({ hidden, activation }: Configuration, user: string, movie: string): string {
  const phi = ACTIVATIONS[activation];
  const layers = hidden.reduce(
    (x, _, i) => `${phi}\\!\\left(W_{${i + 1}}^\\top ${x} + c_{${i + 1}}\\right)`,
    `[${user};\\, ${movie}]`,
  );
  return `w^\\top ${layers} + c`;
}

/** The whole prediction from its terms, with the biases that are switched on. */
function prediction(terms: readonly string[], { biases, ratingTime, userDrift, output, loss }: Configuration): string {
  const all = [
    ...(biases ? [givesScores(loss) ? 'b_u + b_i' : '\\mu + b_u + b_i'] : []),
    ...(ratingTime ? ['b_{t}'] : []),
    ...(userDrift ? ['b_{u,t}'] : []),
    ...terms,
  ].join(' + ');
  if (givesScores(loss)) return `\\hat s_{ui} = ${all}`;
  return output === 'sigmoid' ? `\\hat r_{ui} = a + (b - a)\\,\\sigma(${all})` : `\\hat r_{ui} = ${all}`;
}

/** The prediction, and the score of the list where there is one. */
export function predictions(terms: readonly string[], configuration: Configuration): string {
  const { listWeight } = configuration;
  const stars = prediction(terms, configuration);
  const list = '\\hat s_{ui} = c_i + (a \\odot p_u) \\cdot q_i';
  if (listWeight === 0) return stars;
  return listWeight === 1 ? list : `\\begin{aligned} ${aligned(stars)} \\\\ ${aligned(list)} \\end{aligned}`;
}

/** An equation that is set below another, the one = below the other. */
const aligned = (equation: string): string => equation.replace(' = ', ' &= ');

const ACTIVATIONS = { relu: '\\operatorname{ReLU}', sigmoid: '\\sigma' } as const;

const bracket = (sum: string): string => (sum.includes(' + ') ? `\\bigl(${sum}\\bigr)` : sum);
