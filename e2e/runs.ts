import type { EpochReport } from '../src/lab/protocol.ts';
import type { Notebook } from './notebook.ts';

export type Epoch = Omit<EpochReport, 'runId' | 'seconds'>;

/** The epochs of the latest runs of this page, oldest run first, without the time they took. */
export async function runsOf(notebook: Notebook): Promise<Epoch[][]> {
  const runs: EpochReport[][] = [];
  for (const message of await notebook.messages()) {
    if (message.kind !== 'event') continue;
    if (message.event.kind === 'run-started') runs.push([...message.event.epochs]);
    if (message.event.kind === 'engine-replaced') runs.at(-1)?.splice(message.event.epochsDone);
    if (message.event.kind === 'epoch') runs.at(-1)?.push(message.event.epoch);
  }
  return runs.map((epochs) => epochs.map(({ runId: _, seconds: __, ...numbers }) => numbers));
}

export const epochsSeen = async (notebook: Notebook): Promise<number> => (await runsOf(notebook)).at(-1)?.length ?? 0;
