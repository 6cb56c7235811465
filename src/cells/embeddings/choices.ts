import { clip } from '../../state/address/clip.ts';
import type { EmbeddingsState, EmbeddingsView, MapColour, MapMethod } from './contract.ts';

export const VIEWS: Readonly<Record<EmbeddingsView, string>> = {
  similar: 'Similar movies',
  numbers: 'What the numbers say',
  map: 'Map',
};
export const METHODS: Readonly<Record<MapMethod, string>> = { pca: 'PCA', umap: 'UMAP', tsne: 't-SNE' };
export const COLOURS: Readonly<Record<MapColour, string>> = {
  genre: 'Genre',
  year: 'Release year',
  bias: 'Bias',
  popularity: 'Number of ratings',
  uncertainty: 'Uncertainty',
};

/** A choice as the address says it, or the first where it is none of them. */
export const known = <Value extends string>(said: string, choices: Readonly<Record<Value, string>>): Value =>
  (Object.hasOwn(choices, said) ? said : Object.keys(choices)[0]) as Value;

/** What of the address is none of the choices, in a sentence; null where all of it is. */
export function unusable({ view, method, colour }: EmbeddingsState): string | null {
  const said: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [view, VIEWS],
    [method, METHODS],
    [colour, COLOURS],
  ];
  for (const [text, choices] of said) {
    const first = Object.values(choices)[0];
    if (known(text, choices) !== text)
      return `The address says “${clip(text)}”, which is none of the choices. “${first}” is used.`;
  }
  return null;
}
