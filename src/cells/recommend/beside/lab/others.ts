import { isSameData } from '../../../../core/data-source.ts';
import { LabError } from '../../../../core/errors.ts';
import { fitBaseline } from '../../../../core/fit-baseline.ts';
import type { Configuration } from '../../../../core/hyperparameters.ts';
import { withPauses } from '../../../../core/in-slices.ts';
import type { BaselineName } from '../../../../core/model-name.ts';
import type { RunId } from '../../../../core/run-report.ts';
import { fitConfiguration, fittedPredictor } from '../../../../lab/baseline-run.ts';
import type { Bench } from '../../../../lab/bench.ts';
import { expectFit } from '../../../../lab/checkpoint.ts';
import type { LabData } from '../../../../lab/loaded-data.ts';
import { materialOf } from '../../../../lab/material.ts';
import type { Model } from '../../../../lab/model.ts';
import { createNetworkRun, takeBest } from '../../../../lab/network-run.ts';
import type { Predictor } from '../../../../lab/predictor.ts';
import { prepareRun } from '../../../../lab/prepare-run.ts';
import { workloadOf } from '../../../../lab/workload.ts';
import type { OtherModel } from '../contract.ts';

/** A model to be compared with the one in use. */
export interface Other {
  readonly predictor: Predictor;
  readonly configuration: Configuration;
}

/** For so long a fit works before it lets messages in. */
const SLICE_MILLISECONDS = 30;

/** Makes the other model; the last one is kept for the next user. One that is still being made when another is asked for is given up. */
export function createOthers(bench: Pick<Bench, 'engines' | 'matrices' | 'runs'>) {
  let last: { readonly key: string; readonly of: object; readonly made: Promise<Other>; readonly end: AbortController } | null =
    null;

  return async (inUse: Model, wanted: OtherModel): Promise<Other> => {
    const key = JSON.stringify(wanted);
    const of = wanted.kind === 'run' ? inUse.data : inUse.parts.split;
    if (last?.key === key && last.of === of && !(await isLost(last.made))) return await last.made;
    last?.end.abort(new LabError('cancelled', 'Another model was chosen meanwhile.', 'Choose this one again.'));
    last?.made.then(({ predictor }) => predictor.dispose()).catch(() => undefined);
    const end = new AbortController();
    const made = wanted.kind === 'run' ? takeKept(bench, inUse.data, wanted.id) : fitted(bench, inUse, wanted.model, end.signal);
    last = { key, of, made, end };
    return await made;
  };
}

/** One that failed can be tried again. */
const isLost = async (made: Promise<Other>): Promise<boolean> =>
  await made.then(
    ({ predictor }) => predictor.lost.aborted,
    () => true,
  );

async function fitted(
  { matrices }: Pick<Bench, 'matrices'>,
  { data, parts }: Model,
  model: BaselineName,
  signal: AbortSignal,
): Promise<Other> {
  const configuration = fitConfiguration({ ...parts.configuration, model });
  const createMatrix = model === 'ease' ? await matrices() : null;
  const work = withPauses(fitBaseline(model, data.ratings, parts.split.train, configuration, createMatrix), SLICE_MILLISECONDS);
  for (;;) {
    const next = await work.next();
    if (next.done) return { predictor: fittedPredictor(next.value, data.ratings), configuration };
    signal.throwIfAborted();
  }
}

async function takeKept({ engines, runs }: Pick<Bench, 'engines' | 'runs'>, data: LabData, id: RunId): Promise<Other> {
  const { info, checkpoint, release } = await runs.take(id);
  try {
    const { configuration } = info;
    if (!isSameData(info.data, data.summary)) {
      const message = `This run was trained on ${info.data.name}, the model in use on ${data.summary.name}.`;
      throw new LabError('no-data', message, 'Choose a run on the same data.');
    }
    const prepared = prepareRun(configuration, data.ratings, materialOf({ last: null }, data.ratings, configuration));
    expectFit(checkpoint, prepared.graph);
    const workload = workloadOf(data, configuration);
    const chosen = await engines.choose(info.engine, workload).catch(() => engines.choose('auto', workload));
    const run = await createNetworkRun({ runId: id, number: 0, data, prepared, chosen }, checkpoint);
    takeBest(run);
    return { predictor: run.model.predictor, configuration };
  } finally {
    release();
  }
}
