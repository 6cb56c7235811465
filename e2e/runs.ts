import type { EpochReport } from '../src/core/run-report.ts';
import type { Notebook } from './notebook.ts';

export type Epoch = Omit<EpochReport, 'seconds'>;

/** The epochs of the latest runs of this page, oldest run first, without the time they took. */
export async function runsOf(notebook: Notebook): Promise<Epoch[][]> {
  const runs: EpochReport[][] = [];
  for (const event of await notebook.runEvents()) {
    if (event.kind === 'run-started') runs.push([...event.epochs]);
    if (event.kind === 'engine-replaced') runs.at(-1)?.splice(event.epochsDone);
    if (event.kind === 'epoch') runs.at(-1)?.push(event.epoch);
  }
  return runs.map((epochs) => epochs.map(({ seconds: _, ...numbers }) => numbers));
}

export const epochsSeen = async (notebook: Notebook): Promise<number> => (await runsOf(notebook)).at(-1)?.length ?? 0;
