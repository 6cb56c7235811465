import { createListBatches, type ListTask, listedUsers, usersOfStep } from '../core/list-task.ts';
import { tableHeight } from '../models/graph.ts';
import type { StepList } from '../models/inspection.ts';
import { LIST_PARAMETERS } from '../models/list-head.ts';
import type { StepRecord } from './observe.ts';
import type { Parameters } from './reference/differentiate.ts';
import { listRowGradients } from './reference/list-loss.ts';
import type { TrainerOptions } from './trainer.ts';

/** What a step's list task means for the rows of one pair. */
export interface InspectedList {
  readonly view: StepList | null;
  /** What the loss of the stars counts in the step's. */
  readonly starsShare: number;
  /** What it adds to the gradient of the pair's row in a table; null where it does not look at that row. */
  readonly partOf: (table: string) => Float64Array | null;
}

export const NO_LIST: InspectedList = { view: null, starsShare: 1, partOf: () => null };

/** Works anew what the list task of a step looked at, and its gradient by the pair's rows. `stepsBefore`: of the run. */
export function inspectList(
  { graph, examples, batchSize, seed, listTask }: Omit<TrainerOptions, 'weights'>,
  { index, listUsers }: StepRecord,
  parameters: Parameters,
  stepsBefore: number,
  pair: { readonly user: number; readonly movie: number },
): InspectedList {
  const task = listTask as ListTask;
  const movies = tableHeight(graph, 'movie');
  const order = listUsers ?? listedUsers(task.liked, movies);
  const users = usersOfStep(order, index, Math.ceil(examples.targets.length / batchSize));
  const batch = createListBatches(task, movies, seed)(users, stepsBefore);
  const parts = listRowGradients(parameters, task, batch, pair);
  return {
    view: { weight: task.weight, users: users.length, movies: batch.movies.length, hasUser: users.includes(pair.user) },
    starsShare: 1 - task.weight,
    partOf: (table) => (table === LIST_PARAMETERS.users ? parts.user : table === LIST_PARAMETERS.movies ? parts.movie : null),
  };
}
