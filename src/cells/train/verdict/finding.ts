import type { Configuration } from '../../../core/hyperparameters.ts';
import type { RunFacts } from './facts.ts';

/** What a rule of the verdict has to say. */
export interface Finding {
  /** One sentence, written of movies and stars. */
  readonly text: string;
  /** Settings that would help; absent where there is nothing sensible to propose. */
  readonly proposal?: Proposal | undefined;
  /** Whether nothing else is worth saying. */
  readonly isAll?: boolean;
}

export interface Proposal {
  /** What a button says that changes the settings. */
  readonly label: string;
  readonly settings: Partial<Configuration>;
}

/** Null where the rule has nothing to say. */
export type Rule = (facts: RunFacts) => Finding | null;
