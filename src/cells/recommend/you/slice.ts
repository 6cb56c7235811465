import { fetchPart } from '../../../core/fetch-part.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { OwnMovie, YouCalls, YouState } from './contract.ts';

const INITIAL: YouState = { own: null };

export const youSlice = defineSlice({ you: INITIAL }, ({ getState, setState, undoable, actions, ...kit }) => {
  const calls = kit.calls<YouCalls>('recommend/you');
  const ownMovies = (): readonly OwnMovie[] => getState().you.own ?? [];
  return {
    actions: {
      async openOwn() {
        const { readOwn } = await fetchPart(() => import('./keep-own.ts'));
        if (getState().you.own === null) setState({ you: { own: readOwn() } });
      },
      foldOwn: () => calls.fold({ own: ownMovies() }),
      rateOwn(own, words) {
        const before = ownMovies();
        setState({ you: { own } });
        const put = (to: readonly OwnMovie[]): boolean => {
          setState({ you: { own: to } });
          return true;
        };
        if (words !== undefined) undoable({ words, before, after: own, put });
      },
      searchMovies: (typed) => calls.search({ typed }),
      findPrompts: () => calls.prompts({ rated: ownMovies().map(({ movieId }) => movieId) }),
      moviesAt: (indices) => calls.moviesAt({ indices }),
      recommendOwn: async () => calls.recommend({ own: ownMovies(), request: await actions.listRequest() }),
      whatIf: async (userId, changes) => calls.whatIf({ userId, changes, request: await actions.listRequest() }),
    },
  };
});
