import { ranksOnly } from '../../../core/loss.ts';
import { NAME_LENGTH } from '../../../core/parse-run-record.ts';
import type { Ratings } from '../../../core/ratings.ts';
import { type RunRecord, recordOf } from '../../../core/run-record.ts';
import type { EpochReport } from '../../../core/run-report.ts';
import { starsOf, type Target, targetsOf } from '../../../core/target.ts';
import type { Examples } from '../../../engines/trainer.ts';
import type { Bench } from '../../../lab/bench.ts';
import { describeRun } from '../../../lab/describe-run.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import { materialOf } from '../../../lab/material.ts';
import { measureTest } from '../../../lab/measure-test.ts';
import type { NetworkRun } from '../../../lab/model.ts';
import { createNetworkRun } from '../../../lab/network-run.ts';
import { type PreparedRun, prepareRun } from '../../../lab/prepare-run.ts';
import { workloadOf } from '../../../lab/workload.ts';
import type { Weights } from '../../../models/graph.ts';
import type { OpenedWeights } from '../contract.ts';
import { graphOfFile, weightsOfFile } from './fit-weights.ts';
import { matchIds, type RowsByFile } from './match-ids.ts';
import { readWeights, type WeightsFile } from './read-weights.ts';

/** So many of the training ratings at most are predicted for their error. */
const SAMPLE = 50_000;

/** Reads a file of weights, puts them in use on the ratings that are loaded, and measures them there. */
export async function openWeights(bench: Bench, file: File): Promise<OpenedWeights> {
  const { data, exclusive, inUse } = bench;
  const loaded = data.at('match the rows of a file with');
  const read = await readWeights(file);
  const [users, movies] = matchRows(read, loaded.ratings);
  return await exclusive.train(async () => {
    const run = await runOf(bench, loaded, read, { users: users.rows, movies: movies.rows });
    const record = await recordFrom(run, file.name);
    inUse.take(run.model);
    return {
      run: describeRun(run),
      record,
      users: users.matched,
      movies: movies.matched,
      otherData: otherDataOf(read.data, loaded),
    };
  });
}

function matchRows({ arrays }: WeightsFile, { userIds, movieIds }: Ratings): readonly [RowsByFile, RowsByFile] {
  return [
    matchIds(arrays.get('user_ids'), userIds, { one: 'user', many: 'users' }),
    matchIds(arrays.get('movie_ids'), movieIds, { one: 'movie', many: 'movies' }),
  ];
}

async function runOf(
  bench: Bench,
  data: LabData,
  { configuration, target, nodes, arrays }: WeightsFile,
  rows: { readonly users: Int32Array; readonly movies: Int32Array },
): Promise<NetworkRun> {
  const here = prepareRun(configuration, data.ratings, materialOf(bench.material, data.ratings, configuration));
  const graph = graphOfFile(here.graph, nodes);
  const weights: Weights = weightsOfFile(graph, arrays, rows);
  const prepared = { ...withTarget(here, target), graph };
  const chosen = await bench.engines.choose(configuration.engine, workloadOf(data, configuration));
  const state = { weights, first: {}, second: {}, steps: 0 };
  return await createNetworkRun({ ...bench.runs.name(), data, prepared, chosen }, { history: [], state, best: null });
}

/** The same with what is held out, and what is not, in the units of another target. */
function withTarget(prepared: PreparedRun, target: Target): PreparedRun {
  const { offset, scale } = prepared.target;
  if (offset === target.offset && scale === target.scale) return prepared;
  const inTarget = (examples: Examples): Examples => ({
    ...examples,
    targets: targetsOf(starsOf(examples.targets, prepared.target), target),
  });
  const { train, validation, test } = prepared;
  return { ...prepared, target, train: () => inTarget(train()), validation: inTarget(validation), test: inTarget(test) };
}

async function recordFrom(run: NetworkRun, fileName: string): Promise<RunRecord> {
  const startedAt = Date.now();
  const start = describeRun(run);
  const epochs = await measure(run);
  const test = await measureTest(run.model);
  const summary = { runId: run.runId, outcome: 'done', taken: null, seconds: 0, test, tensors: { before: 0, after: 0 } } as const;
  const name = fileName.slice(0, NAME_LENGTH);
  return { ...recordOf({ start, epochs, summary, failed: false }, undefined, startedAt), origin: 'file', name, seconds: null };
}

/** Its errors as those of one epoch; none where they are not in stars, since those of pairs depend on what is drawn. */
async function measure({ model, prepared }: NetworkRun): Promise<readonly EpochReport[]> {
  const { configuration, train, validation } = prepared;
  if (ranksOnly(configuration) || validation.targets.length === 0) return [];
  const started = performance.now();
  const errorsOf = async (test: Examples) => await measureTest({ ...model, parts: { ...prepared, test } });
  const [trained, held] = [await errorsOf(sampleOf(train())), await errorsOf(validation)];
  if (trained === null || held === null) return [];
  const seconds = (performance.now() - started) / 1000;
  const measured = { trainError: trained.error, validationError: held.error, validationMae: held.mae, validationAuc: null };
  return [{ epoch: 1, ...measured, learningRate: 0, seconds }];
}

/** Evenly spread. */
function sampleOf(examples: Examples): Examples {
  const step = Math.ceil(examples.targets.length / SAMPLE);
  if (step <= 1) return examples;
  const some = <A extends Int32Array | Float32Array>(all: A): A => all.filter((_, at) => at % step === 0) as A;
  const { users, movies, targets, when } = examples;
  return {
    users: some(users),
    movies: some(movies),
    targets: some(targets),
    when: when && { periods: some(when.periods), userPeriods: some(when.userPeriods) },
  };
}

/** The data of the file, where it is other than the data that is loaded. */
function otherDataOf(said: WeightsFile['data'], { summary }: LabData): string | null {
  const isSame = said === null || (said.sha256 ?? said.name) === (said.sha256 === null ? summary.name : summary.sha256);
  return isSame ? null : said.name;
}
