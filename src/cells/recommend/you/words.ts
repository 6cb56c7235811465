import type { FoldedBy } from './contract.ts';

const HOW: Readonly<Record<FoldedBy, string>> = {
  ridge: 'the ridge solution for your ratings, with the embeddings of the movies fixed and the regularisation of the run',
  newton:
    'the solution of the training loss for your ratings, with the embeddings of the movies fixed, by steps of Newton’s method',
  'gauss-newton':
    'a few Gauss–Newton steps on your ratings, with the layers and the embeddings of the movies fixed, an approximation',
  direct: 'worked out from your ratings by the formula of the model',
};

/** How somebody is scored whom the model was not trained on. */
export const foldedWords = (by: FoldedBy): string =>
  `The model did not learn from you. Your scores are ${by === 'direct' ? '' : 'folded in: '}${HOW[by]}.`;

export function missingWords(titles: readonly string[]): string {
  const named = titles.slice(0, 3).map((title) => `“${title}”`);
  const more = titles.length > 3 ? ` and ${titles.length - 3} more` : '';
  return `The data does not have these rated movies: ${named.join(', ')}${more}.`;
}
