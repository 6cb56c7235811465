import { selectConfiguration } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { requestOf } from './choices.ts';
import { recommendingCode } from './code.ts';

export const selectCode: SelectCode = (state) => {
  const userId = state.recommend.result?.userId ?? state.data.summary?.shownFirst?.userId ?? state.data.summary?.firstUserId ?? 1;
  return recommendingCode(userId, selectConfiguration(state), requestOf(state.recommend.choices));
};
