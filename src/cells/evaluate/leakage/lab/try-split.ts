import type { Configuration } from '../../../../core/hyperparameters.ts';
import { createRunShare } from '../../../../core/run-share.ts';
import type { Bench } from '../../../../lab/bench.ts';
import type { LabData } from '../../../../lab/loaded-data.ts';
import type { Model } from '../../../../lab/model.ts';
import { trainModel } from '../../../../lab/train-run.ts';
import type { RunControl } from '../../../../training/run-control.ts';
import type { LeakageProgress, SplitFigures } from '../contract.ts';
import { type ListSettings, measureSplit } from './measure-split.ts';

export interface Place {
  readonly bench: Bench;
  readonly data: LabData;
  readonly control: RunControl;
}

/** Hears what is being done, and the share of this split that is done. */
type Follow = (doing: LeakageProgress['doing'], share: number) => void;

const SHARE_OF_TRAINING = 0.8;

/** Trains a configuration on weights that are thrown away, and measures its validation part. Throws a LabError `cancelled` when aborted. */
export async function trySplit(
  { bench, data, control }: Place,
  configuration: Configuration,
  settings: ListSettings,
  signal: AbortSignal,
  follow: Follow,
): Promise<SplitFigures> {
  let model = null as Model | null;
  const shareOf = createRunShare();
  try {
    await trainModel(bench, data, configuration, control, {
      report: (event) => follow('training', SHARE_OF_TRAINING * shareOf(event)),
      use(next) {
        if (model !== next) model?.predictor.dispose();
        model = next;
        return true;
      },
    });
    signal.throwIfAborted();
    if (model === null) throw new Error('The run ended without a model.');
    return await measureSplit(model, bench.matrices, settings, signal, (share) =>
      follow('measuring', SHARE_OF_TRAINING + (1 - SHARE_OF_TRAINING) * share),
    );
  } finally {
    model?.predictor.dispose();
  }
}
