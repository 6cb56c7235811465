import { selectConfiguration, selectGraph } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { known, METHODS, VIEWS } from './choices.ts';
import { embeddingsCode } from './code.ts';

export const selectCode: SelectCode = (state) => {
  const movieId = state.embeddings.movieId ?? state.data.summary?.firstMovieId ?? 1;
  const { view, method } = state.embeddings;
  const shown = { view: known(view, VIEWS), method: known(method, METHODS), movieId };
  return embeddingsCode(shown, selectConfiguration(state), selectGraph(state));
};
