import { type LabErrorData, toErrorData } from '../../core/errors.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { memoise2, selectUserData } from '../../state/selectors.ts';
import type { RecommendState } from './contract.ts';
import { parseUserId } from './user-id.ts';

/** What is wrong with the user ID that is typed, whether or not there is a model to ask yet. */
export const selectUserProblem = memoise2(
  ({ recommend }: NotebookState) => recommend,
  selectUserData,
  ({ run, userText }: RecommendState, data): LabErrorData | null => {
    if (run.phase === 'failed') return run.error.code === 'unknown-user' ? run.error : null;
    if (run.phase !== 'ready' || data === null || userText === '') return null;
    try {
      parseUserId(userText, data);
      return null;
    } catch (thrown) {
      return toErrorData(thrown);
    }
  },
);
