import type { Configuration } from '../../core/hyperparameters.ts';
import type { RunRecord } from '../../core/run-record.ts';
import { offeredSweep } from '../../core/sweep/offer.ts';
import { type SweepPlan, trialRecords } from '../../core/sweep/plan.ts';
import type { SweepSettings } from '../../core/sweep/sweep-settings.ts';
import { readSweep } from '../../core/sweep/sweep-text.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { memoise2, selectConfiguration } from '../../state/selectors.ts';

export const selectSweep = ({ sweep }: NotebookState) => sweep;

/** The sweep that is set, and whether the address says one that cannot be read. */
export const selectSettings = memoise2(
  ({ sweep }: NotebookState) => sweep.text,
  selectConfiguration,
  (text: string, configuration: Configuration): { readonly settings: SweepSettings; readonly isUnreadable: boolean } => {
    const read = text === '' ? null : readSweep(text);
    return { settings: read ?? offeredSweep(configuration), isUnreadable: text !== '' && read === null };
  },
);

/** The trials of the sweep that are done. */
export const selectTrials = memoise2(
  ({ sweep }: NotebookState) => sweep.plan,
  ({ runs }: NotebookState) => runs.records,
  (plan: SweepPlan | null, records: readonly RunRecord[]) => (plan ? trialRecords(plan, records) : new Map<number, RunRecord>()),
);
