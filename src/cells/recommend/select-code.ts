import { selectConfiguration } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { requestOf } from './choices.ts';
import { recommendingCode } from './code.ts';
import { foldingCode } from './folding-code.ts';

export const selectCode: SelectCode = (state) => {
  const userId = state.recommend.result?.userId ?? state.data.summary?.shownFirst?.userId ?? state.data.summary?.firstUserId ?? 1;
  const configuration = selectConfiguration(state);
  return recommendingCode(userId, configuration, requestOf(state.recommend.choices)) + foldingCode(configuration);
};
