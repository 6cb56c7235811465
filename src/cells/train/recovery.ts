import { isSameData } from '../../core/data-source.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import { canGoOn, type KeptRun } from '../../core/kept-run.ts';
import type { RunStart } from '../../core/run-report.ts';
import { changedSettings } from '../../core/stale.ts';

/** What was trained, or was being trained, when the lab stopped. */
export interface Interrupted {
  /** The settings of the run that was going; null where none was. */
  readonly going: Configuration | null;
  /** The run whose weights recommended. */
  readonly inUse: Pick<RunStart, 'configuration' | 'data'> | null;
}

export type Recovery =
  /** A kept run is taken up, and trained to its end where `goOn` says so. */
  | { readonly kind: 'restore'; readonly kept: KeptRun; readonly goOn: boolean }
  /** Nothing was kept of the run yet: it begins again, and comes to the same. */
  | { readonly kind: 'train'; readonly configuration: Configuration }
  | { readonly kind: 'lost' }
  | { readonly kind: 'nothing' };

/** How a new lab gets back what the one before it was training or had trained; `loaded` is its data. */
export function planRecovery({ going, inUse }: Interrupted, kept: readonly KeptRun[], loaded: RunStart['data'] | null): Recovery {
  const wanted = going ?? inUse?.configuration;
  if (!wanted) return { kind: 'nothing' };
  const isLoaded = loaded !== null && (going !== null || (inUse !== null && isSameData(inUse.data, loaded)));
  if (!isLoaded) return { kind: 'lost' };
  const found = kept.find(
    ({ configuration, data }) =>
      configuration.model === wanted.model && changedSettings(configuration, wanted).length === 0 && isSameData(data, loaded),
  );
  if (found) return { kind: 'restore', kept: found, goOn: going !== null && canGoOn(found) };
  return going ? { kind: 'train', configuration: going } : { kind: 'lost' };
}

/** What became of the run, after the sentence that says why the lab stopped. */
export function recoveryWords(recovery: Recovery): string {
  switch (recovery.kind) {
    case 'restore': {
      const what = recovery.goOn ? 'the run continues after' : 'the model is that of';
      return `It was restarted, and ${what} epoch ${recovery.kept.epochsDone}.`;
    }
    case 'train':
      return 'It was restarted, and the run started again.';
    case 'lost':
      return 'It was restarted. The trained model is lost: train again.';
    case 'nothing':
      return 'It was restarted.';
  }
}
