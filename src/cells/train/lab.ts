import { isSameData } from '../../core/data-source.ts';
import { LabError } from '../../core/errors.ts';
import type { RunPacing } from '../../core/run.ts';
import type { RunEvent, RunSummary } from '../../core/run-report.ts';
import type { Bench } from '../../lab/bench.ts';
import type { LabData } from '../../lab/loaded-data.ts';
import { measureTest } from '../../lab/measure-test.ts';
import { prepareAhead, timeEngines } from '../../lab/prepare-ahead.ts';
import type { RunWriter } from '../../lab/run-registry.ts';
import { type RunResult, type RunSink, trainModel, trainRun } from '../../lab/train-run.ts';
import type { CallContext, HandlersOf } from '../../lab/wire.ts';
import type { RunControl } from '../../training/run-control.ts';
import type { TrainCalls } from './contract.ts';

export function handlers(bench: Bench): HandlersOf<TrainCalls> {
  const { data, exclusive, inUse, runs, underWay } = bench;
  let writer: RunWriter | null = null;
  /** Of the run of this cell: what others train in the background has no pace. */
  let going: RunControl | null = null;

  /** Puts the model in use as soon as it is worth it, and keeps the run. */
  const sinkOf = (report: (event: RunEvent) => void): RunSink => ({
    report,
    use(model) {
      if (inUse.take(model)) report({ kind: 'weights-in-use' });
      return true;
    },
    watch: (run) => {
      underWay.run = run;
    },
    keep(id) {
      writer = runs.keep(id, (error) => report({ kind: 'run-not-kept', error }));
      return writer;
    },
  });

  async function asTheRun(
    { report, signal }: CallContext<RunEvent>,
    pacing: RunPacing | undefined,
    train: (trainedOn: LabData, control: RunControl, sink: RunSink) => Promise<RunResult>,
  ): Promise<RunSummary> {
    const trainedOn = data.at('train on');
    return await exclusive.train(async (control) => {
      going = control;
      if (pacing) control.begin(pacing);
      const stop = (): void => control.stop();
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop);
      try {
        return await summaryOf(await train(trainedOn, control, sinkOf(report)));
      } finally {
        writer = null;
        going = null;
      }
    });
  }

  async function summaryOf({ tensorsBefore: before, ...result }: RunResult): Promise<RunSummary> {
    // A fit that was stopped leaves the former model in use.
    const test = inUse.peek()?.runId === result.runId ? await inUse.ask(measureTest) : null;
    // A recommendation under way has tensors of its own.
    await inUse.idle();
    return { ...result, test, tensors: { before, after: inUse.peek()?.network?.chosen.engine.tensors() ?? 0 } };
  }

  return {
    prepare: ({ configuration }) => prepareAhead(bench, configuration),
    timeEngines: ({ configuration }) => timeEngines(bench, configuration),
    start: ({ configuration, pacing, id }, context) =>
      asTheRun(context, pacing, (trainedOn, control, sink) => trainModel(bench, trainedOn, configuration, control, sink, id)),
    restore: ({ id, goOn, pacing }, context) =>
      asTheRun(context, pacing, async (trainedOn, control, sink) => {
        const { info, checkpoint, release } = await runs.take(id);
        try {
          if (!isSameData(info.data, trainedOn.summary)) throw otherData(info.data.name, trainedOn.summary.name);
          return await trainRun(bench, trainedOn, info.configuration, control, sink, { id, info, checkpoint, goOn });
        } finally {
          release();
        }
      }),
    setWaits: async ({ waits }) => going?.setWaits(waits),
    async pause() {
      await exclusive.training?.pause();
      await writer?.flush();
    },
    resume: async () => exclusive.training?.resume(),
    step: async ({ grain }) => await exclusive.training?.step(grain),
    keptRuns: () => runs.list(),
    removeRun: ({ id }) => runs.remove(id),
    putBackRun: ({ record }) => runs.putBack(record),
  };
}

const otherData = (wanted: string, loaded: string): LabError =>
  new LabError('no-data', `This run was trained on ${wanted}; ${loaded} is loaded.`, `Load ${wanted} first.`);
