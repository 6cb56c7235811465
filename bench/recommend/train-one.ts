import type { Overrides } from '../../src/core/hyperparameters.ts';
import { sizeOf } from '../../src/core/settings/data-size.ts';
import { resolve } from '../../src/core/settings/defaults.ts';
import type { SimdHost } from '../../src/engines/simd/host.ts';
import type { LabData } from '../../src/lab/loaded-data.ts';
import type { Model } from '../../src/lab/model.ts';
import { trainModel } from '../../src/lab/train-run.ts';
import { createRunControl } from '../../src/training/run-control.ts';
import { openBench } from '../evaluate.ts';

/** Trains or fits a model without a page. Whoever asks for it disposes of it. */
export async function trainOne(data: LabData, host: SimdHost, overrides: Overrides): Promise<Model> {
  let model: Model | null = null;
  const use = (trained: Model): boolean => {
    model = trained;
    return true;
  };
  const configuration = resolve(overrides, sizeOf(data.ratings.count));
  await trainModel(openBench(host), data, configuration, createRunControl(), { report: () => {}, use });
  if (model === null) throw new Error('The run ended without a model.');
  return model;
}
