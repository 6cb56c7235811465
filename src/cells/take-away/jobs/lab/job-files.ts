import type { JobKind } from '../../../../core/jobs/job-configuration.ts';
import type { JobDescription } from './description.ts';
import { PYTHON } from './python.ts';
import { readMe } from './read-me.ts';

/** The files of a job but its ratings: text by name. */
export function jobFiles(kind: JobKind, job: JobDescription, parts: JobParts): Readonly<Record<string, string>> {
  return { 'README.md': readMe(kind, job, parts), 'job.json': `${JSON.stringify(job, null, 2)}\n`, ...PYTHON[kind] };
}

/** What of the ratings lies in the folder. */
export interface JobParts {
  /** How many files of ratings; 0 where there are too many ratings for a download. */
  readonly shards: number;
  /** Notes on what differs from the page, a sentence each. */
  readonly notes: readonly string[];
}
