import { LabError } from '../core/errors.ts';
import type { LabClient } from '../lab/client.ts';
import type { CallOptions, ClientOf } from '../lab/wire.ts';
import { createNotebook, type Notebook } from '../state/notebook.ts';
import { settingsSlice } from '../state/settings.ts';
import type { DataCalls } from './data/contract.ts';
import type { PersonCalls } from './data/person/contract.ts';
import { personSlice } from './data/person/slice.ts';
import { dataSlice } from './data/slice.ts';
import type { EvaluateCalls } from './evaluate/contract.ts';
import type { LeakageCalls } from './evaluate/leakage/contract.ts';
import { leakageSlice } from './evaluate/leakage/slice.ts';
import { evaluateSlice } from './evaluate/slice.ts';
import type { ExploreCalls } from './explore/contract.ts';
import { exploreSlice } from './explore/slice.ts';
import type { RecommendCalls } from './recommend/contract.ts';
import { recommendSlice } from './recommend/slice.ts';
import type { RunsCalls } from './runs/contract.ts';
import type { DuelCalls } from './runs/duel/contract.ts';
import { duelSlice } from './runs/duel/slice.ts';
import type { RepeatCalls } from './runs/repeat/contract.ts';
import { repeatSlice } from './runs/repeat/slice.ts';
import { runsSlice } from './runs/slice.ts';
import type { SplitCalls } from './split/contract.ts';
import { splitSlice } from './split/slice.ts';
import type { TrainCalls } from './train/contract.ts';
import { enginesSlice } from './train/engines/slice.ts';
import { internalsSlice } from './train/internals/slice.ts';
import { pacingSlice } from './train/pacing/slice.ts';
import { rateFinderSlice } from './train/rate-finder/slice.ts';
import { replaySlice } from './train/replay/slice.ts';
import { trainSlice } from './train/slice.ts';

type Named<Folder extends string, Contract> = {
  [Name in keyof Contract & string as `${Folder}/${Name}`]: (
    args: Parameters<ClientOf<Contract>[Name]>[0],
  ) => ReturnType<ClientOf<Contract>[Name]>;
};

/** The calls of the lab by their names. */
export type LabCalls = Named<'data', DataCalls> &
  Named<'data/person', PersonCalls> &
  Named<'explore', ExploreCalls> &
  Named<'split', SplitCalls> &
  Named<'train', TrainCalls> &
  Named<'recommend', RecommendCalls> &
  Named<'evaluate', EvaluateCalls> &
  Named<'evaluate/leakage', LeakageCalls> &
  Named<'runs', RunsCalls> &
  Named<'runs/repeat', RepeatCalls> &
  Named<'runs/duel', DuelCalls>;

export const URLS = { page: 'https://here.example/', bundled: 'https://here.example/data.zip' };

export interface TestNotebook extends Notebook {
  /** What was given beside the arguments of the latest call of a name: its progress and its signal. */
  optionsOf(call: keyof LabCalls): CallOptions<never>;
}

/** A notebook with the slices of every cell, over a lab that has only the calls given. */
export function openNotebook(calls: Partial<LabCalls>): TestNotebook {
  const latest = new Map<string, CallOptions<never>>();
  const lab: LabClient = {
    async call(name, args, options = {}) {
      latest.set(name, options);
      const call = (calls as Record<string, (args: unknown) => Promise<unknown>>)[name];
      if (!call) throw new LabError('crashed', `This lab has no ${name}.`, 'Give the test one.');
      return await call(args);
    },
  };
  const train = [trainSlice, pacingSlice, replaySlice, internalsSlice, rateFinderSlice, enginesSlice];
  const evaluate = [evaluateSlice, leakageSlice];
  const runs = [runsSlice, repeatSlice, duelSlice];
  const slices = [
    dataSlice,
    personSlice,
    exploreSlice,
    splitSlice,
    settingsSlice,
    ...train,
    recommendSlice,
    ...evaluate,
    ...runs,
  ];
  return { ...createNotebook(lab, slices, URLS), optionsOf: (call) => latest.get(call) ?? {} };
}
