import type { NotebookState } from '../../../state/notebook-state.ts';
import { memoise2 } from '../../../state/selectors.ts';
import { factsOf } from './facts.ts';
import type { Finding } from './finding.ts';
import { verdictOn } from './verdict.ts';

const NOTHING: readonly Finding[] = [];

/** What is to be said of the run that is shown, once it is over. */
export const selectVerdict = memoise2(
  ({ training }: NotebookState) => training,
  ({ evaluate }: NotebookState) => evaluate.result,
  ({ run, start, epochs, summary }, measured): readonly Finding[] => {
    if (run.phase !== 'done' || start === null) return NOTHING;
    const evaluation = measured?.of.runId === start.runId ? measured.evaluation : null;
    const facts = factsOf(start, epochs, summary, evaluation);
    return facts ? verdictOn(facts) : NOTHING;
  },
);
