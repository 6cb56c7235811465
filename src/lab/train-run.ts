import { fetchPart } from '../core/fetch-part.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { RunInfo } from '../core/kept-run.ts';
import { isBaseline } from '../core/model-name.ts';
import type { RunEnd, RunEvent, RunId } from '../core/run-report.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import { secondsOf } from '../training/ending.ts';
import type { RunControl } from '../training/run-control.ts';
import type { BaselineConfiguration } from './baseline-run.ts';
import type { Bench } from './bench.ts';
import type { Checkpoint } from './checkpoint.ts';
import { describeEngine, describeKept, describeRun, epochsOf } from './describe-run.ts';
import type { LabData } from './loaded-data.ts';
import { materialOf } from './material.ts';
import type { Model, NetworkRun } from './model.ts';
import { createNetworkRun, moveTo, takeBest, trainNetwork } from './network-run.ts';
import { prepareInPieces } from './prepare-ahead.ts';
import { prepareParts } from './prepare-run.ts';
import type { RunWriter } from './run-registry.ts';
import { workloadOf } from './workload.ts';

/** Whoever asked for a run hears of it here; nothing else of the lab is touched by it. */
export interface RunSink {
  report(event: RunEvent): void;
  /** The model is worth using: after each epoch, and at the end. Who holds it from then on (`true`) disposes of it; else the run does, at its end. */
  use(model: Model): boolean;
  /** The network that is being trained, to be looked into; null when it is over. */
  watch?(run: NetworkRun | null): void;
  /** What keeps the run in the browser; a run whose sink has none is not kept, and begins again where its engine is lost. */
  keep?(runId: RunId): RunWriter;
  /** Takes the state in which a network ended, unless it was stopped, for a run that goes on from there. */
  readonly end?: EndTaker;
}

export interface EndTaker {
  /** Asked after the last epoch, since reading a state takes time. */
  isWanted(): boolean;
  take(state: EndState): void;
}

/** Where a run ended, and what it was. */
export interface EndState {
  readonly info: RunInfo;
  readonly checkpoint: Checkpoint;
}

/** How a run went. Its test part is left to whoever asked for it: to measure it for every run would use it up. */
export interface RunResult extends RunEnd {
  readonly runId: RunId;
  /** Of work: without pauses and the waits of a pace. */
  readonly seconds: number;
  /** Alive in TensorFlow.js before the run. */
  readonly tensorsBefore: number;
}

/** A kept run that was read. */
export interface KeptState extends EndState {
  readonly id: RunId;
  /** Else its weights are all that is wanted. */
  readonly goOn: boolean;
}

/** Trains the model of a configuration, whichever it is, until done or stopped. `id`: of a run whose model is fitted again; else it is a new run. */
export function trainModel(
  bench: Bench,
  data: LabData,
  configuration: Configuration,
  control: RunControl,
  sink: RunSink,
  id?: RunId,
): Promise<RunResult> {
  return isOfBaseline(configuration)
    ? fitRun(bench, data, configuration, control, sink, id)
    : trainRun(bench, data, configuration, control, sink);
}

const isOfBaseline = (configuration: Configuration): configuration is BaselineConfiguration => isBaseline(configuration.model);

async function fitRun(
  bench: Bench,
  data: LabData,
  wanted: BaselineConfiguration,
  control: RunControl,
  sink: RunSink,
  id: RunId | undefined,
): Promise<RunResult> {
  const start = performance.now();
  const { fitConfiguration, fitModel } = await fetchPart(() => import('./baseline-run.ts'));
  const configuration = fitConfiguration(wanted);
  const createMatrix = configuration.model === 'ease' ? await bench.matrices() : null;
  const name = bench.runs.name(id);
  const parts = {
    ...prepareParts(configuration, data.ratings, materialOf(bench.material, data.ratings, configuration)),
    configuration,
  };
  const model = await follow(fitModel(name, data, parts, control, createMatrix), sink);
  if (model) sink.use(model);
  const seconds = (performance.now() - start) / 1000;
  return { runId: name.runId, outcome: model ? 'done' : 'stopped', taken: null, seconds, tensorsBefore: 0 };
}

/** Trains a network: a fresh one, or one that was kept. */
export async function trainRun(
  bench: Bench,
  data: LabData,
  configuration: Configuration,
  control: RunControl,
  sink: RunSink,
  kept: KeptState | null = null,
): Promise<RunResult> {
  const startedAt = control.workedSeconds();
  // An engine that is started waits for its code and its threads.
  const [chosen, prepared] = await Promise.all([
    chooseEngine(bench, data, configuration, kept),
    prepareInPieces(configuration, data.ratings, bench.material),
  ]);
  const tensorsBefore = chosen.engine.tensors();
  if (kept) (await fetchPart(() => import('./checkpoint.ts'))).expectFit(kept.checkpoint, prepared.graph);
  const name = bench.runs.name(kept?.id);
  const run = await createNetworkRun({ ...name, data, prepared, chosen }, kept?.checkpoint ?? null);
  const secondsBefore = secondsOf(run.checkpoint.history);
  sink.report({ kind: 'run-started', run: describeRun(run), epochs: epochsOf(run) });
  const end = kept && !kept.goOn ? takeUp(run, kept.info, sink) : await trainAndKeep(bench, run, control, sink);
  return { runId: name.runId, ...end, seconds: secondsBefore + control.workedSeconds() - startedAt, tensorsBefore };
}

/** A run that goes on does so on the engine that it had, where that starts: then its numbers are those of the whole run. */
async function chooseEngine(
  { engines }: Bench,
  data: LabData,
  configuration: Configuration,
  kept: KeptState | null,
): Promise<ChosenEngine> {
  const workload = workloadOf(data, configuration);
  if (!kept) return await engines.choose(configuration.engine, workload);
  try {
    return { ...(await engines.choose(kept.info.engine, workload)), reason: 'The engine that the run used before.' };
  } catch {
    return await engines.choose('auto', workload);
  }
}

/** A kept run is over here: its weights are all that is wanted. */
function takeUp(run: NetworkRun, { ended }: RunInfo, sink: RunSink): RunEnd {
  const taken = takeBest(run);
  sink.use(run.model);
  return { outcome: ended === null || ended === 'failed' ? 'stopped' : ended, taken };
}

async function trainAndKeep(bench: Bench, run: NetworkRun, control: RunControl, sink: RunSink): Promise<RunEnd> {
  const writer = sink.keep?.(run.runId);
  try {
    const end = await trainOnAnyEngine(bench, run, control, sink, writer);
    await writer?.end(end.outcome);
    return end;
  } catch (thrown) {
    await writer?.end('failed');
    throw thrown;
  } finally {
    sink.watch?.(null);
  }
}

async function trainOnAnyEngine(
  bench: Bench,
  run: NetworkRun,
  control: RunControl,
  sink: RunSink,
  writer: RunWriter | undefined,
  isHeld = false,
): Promise<RunEnd> {
  let held = isHeld;
  const onUsable = (): void => {
    held = sink.use(run.model);
  };
  const onCheckpoint = writer && ((): void => writer.save(describeKept(run), run.checkpoint));
  const keepsLast = (): boolean => sink.end?.isWanted() ?? false;
  sink.watch?.(run);
  try {
    const end = await follow(trainNetwork(run, control, { onUsable, onCheckpoint, keepsLast }), sink);
    if (end.outcome !== 'stopped' && keepsLast()) sink.end?.take({ info: describeKept(run), checkpoint: run.checkpoint });
    return end;
  } catch (thrown) {
    if (!run.chosen.engine.lost.aborted) throw thrown;
    return await goOnElsewhere(bench, run, control, sink, writer, (thrown as Error).message);
  } finally {
    if (!held) run.model.predictor.dispose();
  }
}

async function goOnElsewhere(
  bench: Bench,
  run: NetworkRun,
  control: RunControl,
  sink: RunSink,
  writer: RunWriter | undefined,
  because: string,
): Promise<RunEnd> {
  const epochsDone = run.checkpoint.history.length;
  const moved = await moveTo(run, await bench.engines.choose('auto', workloadOf(run.data, run.prepared.configuration)));
  const held = epochsDone > 0 && sink.use(moved.model);
  sink.report({ kind: 'engine-replaced', engine: describeEngine(moved.chosen), epochsDone, because });
  return await trainOnAnyEngine(bench, moved, control, sink, writer, held);
}

async function follow<Outcome>(events: AsyncGenerator<RunEvent, Outcome>, sink: RunSink): Promise<Outcome> {
  for (;;) {
    const next = await events.next();
    if (next.done) return next.value;
    sink.report(next.value);
  }
}
