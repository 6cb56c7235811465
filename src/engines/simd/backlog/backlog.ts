import { ADAM, type UpdateRule } from '../../trainer.ts';
import { createAdamBacklog } from './adam.ts';
import { createMomentumBacklog } from './momentum.ts';
import { type Backlog, fillDecays, type ScheduleTables, setEntry } from './tables.ts';

/** Fills the tables of decays as well. */
export function createBacklog({ optimizer, momentum }: UpdateRule, tables: ScheduleTables): Backlog {
  switch (optimizer) {
    case 'adam':
      return createAdamBacklog(tables);
    case 'sgd':
      return createMomentumBacklog(momentum, tables);
    case 'lazy-adam':
      fillDecays(tables.keeps, () => [ADAM.beta1, ADAM.beta2]);
      return createOwnStepBacklog(tables);
    case 'adagrad':
    case 'sgd-by-rating':
    case 'gibbs':
    case 'als':
      fillDecays(tables.keeps, () => [0, 1]);
      return createOwnStepBacklog(tables);
  }
}

/** Where rows that a batch does not read stay as they are, a row needs the step it learned in and no other. */
function createOwnStepBacklog({ entries, rests }: ScheduleTables): Backlog {
  fillDecays(rests, () => [1, 1]);
  return {
    add: (t, _, { rate, epsilon }) => setEntry(entries, t, rate, epsilon, 0),
    rest() {},
  };
}
