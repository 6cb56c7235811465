import { selectConfiguration, selectGraph } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { embeddingsCode } from './code.ts';

export const selectCode: SelectCode = (state) => {
  const movieId = state.embeddings.movieId ?? state.data.summary?.firstMovieId ?? 1;
  return embeddingsCode({ ...state.embeddings, movieId }, selectConfiguration(state), selectGraph(state));
};
