import { isSameData } from '../../../core/data-source.ts';
import type { SettingName } from '../../../core/hyperparameters.ts';
import { changedSettings } from '../../../core/stale.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectConfiguration } from '../../../state/selectors.ts';
import type { Proposal } from './finding.ts';
import { selectVerdict } from './select-verdict.ts';

/** Settings that would help, as long as nothing was changed since the run, or the controls stand so already. */
export function selectProposal(state: NotebookState): Proposal | null {
  const { start } = state.training;
  const proposal = selectVerdict(state).find((finding) => finding.proposal)?.proposal;
  const { summary } = state.data;
  if (!proposal || !start || !summary || !isSameData(summary, start.data)) return null;
  const isUnchanged = changedSettings(start.configuration, selectConfiguration(state)).length === 0;
  return isUnchanged || isTaken(proposal, state) ? proposal : null;
}

/** Whether the controls stand as it proposes. */
export function isTaken({ settings }: Proposal, state: NotebookState): boolean {
  const configuration = selectConfiguration(state);
  return (Object.keys(settings) as SettingName[]).every((name) => configuration[name] === settings[name]);
}
