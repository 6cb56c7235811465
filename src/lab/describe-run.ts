import { bestEpoch } from '../core/best-epoch.ts';
import { KEPT_RUN_VERSION, type RunInfo } from '../core/kept-run.ts';
import { givesScores } from '../core/loss.ts';
import type { EngineReport, EpochReport, RunEvent, RunStart } from '../core/run-report.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import { parameterCount } from '../models/graph.ts';
import type { EpochEnd, TrainingReport } from '../training/reports.ts';
import type { NetworkRun } from './model.ts';

/** A report of the training loop as the page hears it. */
export function eventOf(report: TrainingReport): RunEvent {
  if (report.kind === 'epoch') return { kind: 'epoch', epoch: reportOf(report) };
  const { kind: _, ...progress } = report;
  return { kind: 'run-progress', progress };
}

const reportOf = ({ kind: _, ...epoch }: EpochEnd): EpochReport => epoch;

/** The epochs that a run has behind it. */
export const epochsOf = ({ checkpoint }: NetworkRun): readonly EpochReport[] => checkpoint.history.map(reportOf);

/** What is kept of a run that goes, beside its checkpoint. */
export function describeKept({ prepared, data, chosen, checkpoint }: NetworkRun): RunInfo {
  const shown = checkpoint.best ? bestEpoch(checkpoint.history) : checkpoint.history.at(-1);
  return {
    version: KEPT_RUN_VERSION,
    configuration: prepared.configuration,
    data: data.summary,
    engine: chosen.engine.name,
    epochsDone: checkpoint.history.length,
    validationError: shown?.validationError ?? null,
    ended: null,
  };
}

export function describeRun({ runId, number, data, prepared, chosen }: NetworkRun): RunStart {
  const { configuration, graph, count, validation, test, baselines, popularAuc, listSample } = prepared;
  // Where scores are learned, pairs are held out.
  const size = givesScores(configuration.loss) ? 2 : 1;
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
    listSample: listSample ? { users: listSample.size, popular: listSample.popular } : undefined,
  };
}

export function describeEngine({ engine, reason, checks }: ChosenEngine): EngineReport {
  return { name: engine.name, label: engine.label, reason, checks };
}
