import { handlers as rateFinder } from '../src/cells/train/rate-finder/lab.ts';
import { factsOf } from '../src/cells/train/verdict/facts.ts';
import { verdictOn } from '../src/cells/train/verdict/verdict.ts';
import type { Overrides } from '../src/core/hyperparameters.ts';
import { sizeOf } from '../src/core/settings/data-size.ts';
import { resolve } from '../src/core/settings/defaults.ts';
import type { SimdHost } from '../src/engines/simd/host.ts';
import type { LabData } from '../src/lab/loaded-data.ts';
import { readSettings } from '../src/state/address/settings-text.ts';
import { createRunner, openBench } from './evaluate.ts';

export { load } from './evaluate.ts';

/** What the page says of a run, and the figures that it goes by. */
export interface Advice {
  readonly address: string;
  readonly course: readonly { readonly train: number; readonly validation: number }[];
  readonly biases: number | null;
  readonly ndcg: number | null;
  readonly sentences: readonly string[];
  readonly proposal: string | null;
}

const K = 10;

/** Throws where an address has a setting that cannot be used. */
function readAddress(address: string): Overrides {
  const { overrides, problems } = readSettings(new Map(new URLSearchParams(address.replace(/^#/, ''))));
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return overrides;
}

/** Trains what addresses describe, and tells what the page says of it. */
export function createAdviser(data: LabData, host: SimdHost): (address: string) => Promise<Advice> {
  const run = createRunner(data, host);
  return async (address) => {
    const { start, end, epochs, evaluation } = await run(readAddress(address), K);
    const facts = factsOf(start, epochs, end, evaluation);
    const findings = facts ? verdictOn(facts) : [];
    return {
      address,
      course: epochs.map(({ trainError, validationError }) => ({ train: trainError, validation: validationError ?? Number.NaN })),
      biases: start.baselines?.biases ?? null,
      ndcg: evaluation.own.lists?.ndcg?.value ?? null,
      sentences: findings.map(({ text }) => text),
      proposal: findings.find(({ proposal }) => proposal)?.proposal?.label ?? null,
    };
  };
}

/** What the learning-rate finder suggests for the settings of an address; null where no rate lowers the error. */
export async function findRate(data: LabData, host: SimdHost, address: string): Promise<number | null> {
  const bench = openBench(host);
  bench.data.take(data);
  const configuration = resolve(readAddress(address), sizeOf(data.ratings.count));
  const signal = new AbortController().signal;
  const silent = { report: () => {}, signal, transfer: () => {} };
  return (await rateFinder(bench).find({ configuration }, silent)).rate;
}
