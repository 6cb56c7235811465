import { type LabErrorData, toErrorData } from '../../../core/errors.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { memoise2, selectUserData } from '../../../state/selectors.ts';
import { groupIds } from './group-ids.ts';

/** What is wrong with the user IDs that are typed, whether or not there is a model to ask yet. */
export const selectGroupProblem = memoise2(
  ({ group }: NotebookState) => group.text,
  selectUserData,
  (text, data): LabErrorData | null => {
    if (data === null) return null;
    try {
      groupIds(text, data);
      return null;
    } catch (thrown) {
      return toErrorData(thrown);
    }
  },
);
