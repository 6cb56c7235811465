import { defineSlice } from '../../state/slice.ts';
import type { EmbeddingsCalls, EmbeddingsState } from './contract.ts';

const INITIAL: EmbeddingsState = { view: 'similar', movieId: null, method: 'pca', colour: 'genre' };

/** What each name of the address is. */
const NAMES = { embeddings: 'view', map: 'method', mapColour: 'colour', movie: 'movieId' } as const;
type Entry = readonly [name: string, part: keyof EmbeddingsState];

/** What the address says is kept as it stands; `choices.ts` reads it where the cell is shown. */
export const embeddingsSlice = defineSlice({ embeddings: INITIAL }, ({ setState, calls }) => {
  const client = calls<EmbeddingsCalls>('embeddings');
  const entriesOf = (): readonly Entry[] => Object.entries(NAMES);
  return {
    actions: {
      chooseInEmbeddings: (choice) => setState(({ embeddings }) => ({ embeddings: { ...embeddings, ...choice } })),
      askEmbeddings: () => client,
    },
    address: {
      names: Object.keys(NAMES),
      open(entries) {
        const said = entriesOf().map(([name, part]) => [part, entries.get(name)?.slice(0, LONGEST_TEXT) ?? INITIAL[part]]);
        setState({ embeddings: Object.fromEntries(said) as unknown as EmbeddingsState });
        return [];
      },
      write({ embeddings }) {
        const changed = entriesOf().filter(([, part]) => embeddings[part] !== INITIAL[part]);
        return Object.fromEntries(changed.map(([name, part]) => [name, String(embeddings[part])]));
      },
    },
  };
});

/** An address may hold anything. */
const LONGEST_TEXT = 200;
