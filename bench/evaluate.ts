import { sumUp } from '../src/cells/data/lab/sum-up.ts';
import { createEvaluator } from '../src/cells/evaluate/lab/evaluator.ts';
import type { Evaluation } from '../src/core/evaluate/evaluation.ts';
import type { Overrides } from '../src/core/hyperparameters.ts';
import type { EpochReport, RunEnd, RunStart } from '../src/core/run-report.ts';
import { sizeOf } from '../src/core/settings/data-size.ts';
import { resolve } from '../src/core/settings/defaults.ts';
import { finish } from '../src/core/slices.ts';
import { type LoadableSource, loadData } from '../src/data/load.ts';
import type { ChosenEngine } from '../src/engines/engine.ts';
import { moduleName, type SimdHost } from '../src/engines/simd/host.ts';
import { symmetricMatrices } from '../src/engines/simd/inverse/matrix.ts';
import { createSimdTrainer } from '../src/engines/simd/trainer.ts';
import { type Bench, type BenchParts, createBench } from '../src/lab/bench.ts';
import type { LabData } from '../src/lab/loaded-data.ts';
import type { Model } from '../src/lab/model.ts';
import { trainModel } from '../src/lab/train-run.ts';
import { createRunControl } from '../src/training/run-control.ts';

export async function load(source: LoadableSource): Promise<LabData> {
  return finish(sumUp(await loadData(source, () => {})));
}

export interface Evaluated {
  readonly start: RunStart;
  readonly end: RunEnd;
  readonly evaluation: Evaluation;
  readonly epochs: readonly EpochReport[];
  readonly trainSeconds: number;
}

/** Trains on the SIMD engine and measures, without a page, one configuration after the other: baselines are measured once. */
export function createRunner(data: LabData, host: SimdHost) {
  const bench = openBench(host);
  const evaluator = createEvaluator(bench.matrices);

  return async (overrides: Overrides, k: number): Promise<Evaluated> => {
    const configuration = resolve(overrides, sizeOf(data.ratings.count));
    const epochs: EpochReport[] = [];
    let start = null as RunStart | null;
    let model = null as Model | null;
    const result = await trainModel(bench, data, configuration, createRunControl(), {
      report(event) {
        if (event.kind === 'run-started') start = event.run;
        if (event.kind === 'epoch') epochs.push(event.epoch);
      },
      use(trained) {
        model = trained;
        return true;
      },
    });
    if (model === null || start === null) throw new Error('The run ended without a model.');
    const { minRatings } = configuration;
    const request = { part: 'validation', k, threshold: null, minRatings } as const;
    const silent = { report: () => {}, signal: new AbortController().signal };
    const evaluation = await evaluator.evaluate(model, request, silent);
    model.predictor.dispose();
    return { start, end: result, evaluation, epochs, trainSeconds: result.seconds };
  };
}

/** A workbench of the SIMD engine alone, whose runs are not kept. */
export function openBench(host: SimdHost): Bench {
  const engine = { name: 'simd', label: 'WebAssembly SIMD', lost: new AbortController().signal, tensors: () => 0 } as const;
  const chosen: ChosenEngine = {
    engine: { ...engine, create: (options) => createSimdTrainer(options, host) },
    reason: 'In Node.',
    checks: [],
  };
  let runs = 0;
  // Nothing else of a lab is asked for by a run that is not kept.
  const parts = {
    engines: { choose: async () => chosen },
    openTables: async () => [],
    matrices: async () => symmetricMatrices(await host.loadModule(moduleName(1))),
    runs: { name: () => ({ runId: `run-${++runs}`, number: runs }) },
  } as unknown as BenchParts;
  return createBench(parts);
}
