import { clip } from '../../state/address/clip.ts';
import { defineSlice } from '../../state/slice.ts';
import type { EmbeddingsCalls, EmbeddingsState } from './contract.ts';

const INITIAL: EmbeddingsState = { view: 'similar', movieId: null, method: 'pca', colour: 'genre' };

/** By the name that each has in the address. */
const CHOICES = {
  embeddings: { of: 'view', values: ['similar', 'numbers', 'map'] },
  map: { of: 'method', values: ['pca', 'umap'] },
  mapColour: { of: 'colour', values: ['genre', 'year', 'bias', 'popularity'] },
} as const;

export const embeddingsSlice = defineSlice({ embeddings: INITIAL }, ({ setState, calls, actions }) => {
  const client = calls<EmbeddingsCalls>('embeddings');
  const choose = (choice: Partial<EmbeddingsState>): void =>
    setState(({ embeddings }) => ({ embeddings: { ...embeddings, ...choice } }));
  return {
    actions: {
      chooseInEmbeddings(choice) {
        choose(choice);
        actions.dismissAddressProblems('embeddings');
      },
      askEmbeddings: () => client,
    },
    address: {
      names: [...Object.keys(CHOICES), 'movie'],
      open(entries) {
        const problems = Object.entries(CHOICES).flatMap(([name, { of, values }]) => {
          const text = entries.get(name);
          const isKnown = text === undefined || (values as readonly string[]).includes(text);
          choose({ [of]: isKnown && text !== undefined ? text : INITIAL[of] });
          return isKnown ? [] : [{ group: 'embeddings', message: unusable(name, text, INITIAL[of]) }];
        });
        choose({ movieId: entries.get('movie')?.slice(0, LONGEST_ID) ?? null });
        return problems;
      },
      write({ embeddings }) {
        const changed = Object.entries(CHOICES).filter(([, { of }]) => embeddings[of] !== INITIAL[of]);
        const entries = changed.map(([name, { of }]) => [name, embeddings[of]]);
        return { ...Object.fromEntries(entries), ...(embeddings.movieId !== null && { movie: String(embeddings.movieId) }) };
      },
    },
  };
});

/** An address may hold anything. */
const LONGEST_ID = 200;

const unusable = (name: string, text: string, instead: string): string =>
  `The address says “${clip(text)}” for ${name}, which is none of the choices; “${instead}” is used.`;
