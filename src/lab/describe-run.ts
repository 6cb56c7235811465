import { KEPT_RUN_VERSION, type RunInfo } from '../core/kept-run.ts';
import { groupSize } from '../core/loss.ts';
import type { EngineReport, EpochReport, RunEvent, RunStart } from '../core/run-report.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import { parameterCount } from '../models/graph.ts';
import { bestOf } from '../training/ending.ts';
import type { EpochEnd, TrainingReport } from '../training/train.ts';
import type { NetworkRun } from './model.ts';
import type { PreparedRun } from './prepare-run.ts';

/** A report of the training loop as the page hears it. */
export function inStars(prepared: PreparedRun, report: TrainingReport): RunEvent {
  if (report.kind === 'epoch') return { kind: 'epoch', epoch: epochInStars(prepared, report) };
  const { kind: _, ...progress } = report;
  return { kind: 'run-progress', progress: { ...progress, trainError: report.trainError * prepared.target.scale } };
}

function epochInStars({ target: { scale } }: PreparedRun, { kind: _, ...epoch }: EpochEnd): EpochReport {
  const [trainError, validationError] = [epoch.trainError * scale, epoch.validationError * scale];
  const validationMae = epoch.validationMae === null ? null : epoch.validationMae * scale;
  return { ...epoch, trainError, validationError, validationMae };
}

/** The epochs that a run has behind it, in stars. */
export const epochsOf = ({ prepared, checkpoint }: NetworkRun): readonly EpochReport[] =>
  checkpoint.history.map((epoch) => epochInStars(prepared, epoch));

/** What is kept of a run that goes, beside its checkpoint. */
export function describeKept({ prepared, data, chosen, checkpoint }: NetworkRun): RunInfo {
  const shown = checkpoint.best ? bestOf(checkpoint.history) : checkpoint.history.at(-1);
  return {
    version: KEPT_RUN_VERSION,
    configuration: prepared.configuration,
    data: data.summary,
    engine: chosen.engine.name,
    epochsDone: checkpoint.history.length,
    validationError: (shown?.validationError ?? Number.NaN) * prepared.target.scale,
    ended: null,
  };
}

export function describeRun({ runId, number, data, prepared, chosen }: NetworkRun): RunStart {
  const { configuration, graph, count, validation, test, baselines, popularAuc } = prepared;
  const size = groupSize(configuration.loss);
  return {
    runId,
    number,
    configuration,
    data: data.summary,
    engine: describeEngine(chosen),
    trainRatings: count,
    trainMeasured: count,
    validationRatings: validation.targets.length / size,
    testRatings: test.targets.length / size,
    parameters: parameterCount(graph),
    baselines,
    popularAuc,
  };
}

export function describeEngine({ engine, reason, checks }: ChosenEngine): EngineReport {
  return { name: engine.name, label: engine.label, reason, checks };
}
