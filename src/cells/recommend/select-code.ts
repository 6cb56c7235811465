import { ranksByStars } from '../../core/ranks-by-stars.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectUserData } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { requestOf } from './choices.ts';
import { recommendingCode, scoringCode } from './code.ts';
import { foldingCode } from './folding-code.ts';
import { groupCode } from './group/code.ts';
import { groupIds } from './group/group-ids.ts';

export const selectCode: SelectCode = (state) => {
  const userId = state.recommend.result?.userId ?? state.data.summary?.shownFirst?.userId ?? state.data.summary?.firstUserId ?? 1;
  const configuration = selectConfiguration(state);
  const request = requestOf(state.recommend.choices);
  return recommendingCode(userId, configuration, request) + foldingCode(configuration) + ofGroup(state);
};

/** Empty where no group is named that the data has. */
function ofGroup(state: NotebookState): string {
  const { text, together } = state.group;
  if (text === '') return '';
  const configuration = selectConfiguration(state);
  const parts = { ...scoringCode(configuration), isStandardised: !ranksByStars(configuration) };
  const { count } = requestOf(state.recommend.choices);
  try {
    return groupCode(groupIds(text, selectUserData(state)), together, parts, { count, minRatings: configuration.minRatings });
  } catch {
    return '';
  }
}
