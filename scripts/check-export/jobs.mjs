// @ts-check
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort, run } from './run.mjs';

/** @typedef {import('../../src/core/jobs/job-configuration.ts').JobKind} JobKind */
/** What a job measured of the validation part. @typedef {{ rmse?: number, 'ndcg@10': number }} Figures */
/** @typedef {{ figures: Figures, trainSeconds: number, seconds: number }} JobResult */

/** Runs the job of a folder as its README says. @type {Readonly<Record<JobKind, (folder: string, python: string) => Promise<JobResult>>>} */
export const RUN_JOB = { spark: runSpark, tensorflow: runTensorflow };

/** Two executors, each a Java process of its own with one core. */
const MASTER = 'local-cluster[2,1,1024]';

/** @param {string} folder @param {string} python */
async function runSpark(folder, python) {
  const submit = path.join(path.dirname(python), 'spark-submit');
  const env = { PYSPARK_PYTHON: python, PYSPARK_DRIVER_PYTHON: python, SPARK_LOCAL_IP: '127.0.0.1', SPARK_HOME: '' };
  const { seconds } = await run(submit, ['--master', MASTER, 'train.py', '--figures', 'figures.json'], { cwd: folder, env });
  const { train_seconds, validation } = await readJson(folder);
  return { figures: validation, trainSeconds: train_seconds, seconds };
}

/** Two workers on loopback. @param {string} folder @param {string} python */
async function runTensorflow(folder, python) {
  const worker = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
  const failed = new AbortController();
  const train = async (/** @type {number} */ index) => {
    const env = {
      TF_CONFIG: JSON.stringify({ cluster: { worker }, task: { type: 'worker', index } }),
      TF_CPP_MIN_LOG_LEVEL: '2',
    };
    try {
      return await run(python, ['train.py'], { cwd: folder, env, signal: failed.signal });
    } catch (error) {
      // The other one would wait for it.
      failed.abort(error);
      throw error;
    }
  };
  const [first] = await Promise.all(worker.map((_, index) => train(index)));
  const { output = '', seconds = 0 } = first ?? {};
  await run(python, ['evaluate.py', 'weights.safetensors', '--figures', 'figures.json'], { cwd: folder });
  return {
    figures: (await readJson(folder)).validation,
    trainSeconds: Number(/Trained in ([\d.]+) s/.exec(output)?.[1]),
    seconds,
  };
}

/** @param {string} folder */
const readJson = async (folder) => JSON.parse(await readFile(path.join(folder, 'figures.json'), 'utf8'));
