import type { JobKind } from '../../../../core/jobs/job-configuration.ts';
import type { JobDescription } from './description.ts';
import { PYTHON } from './python.ts';
import { type JobParts, readMe } from './read-me.ts';

/** The files of a job but its ratings: text by name. */
export function jobFiles(kind: JobKind, job: JobDescription, parts: JobParts): Readonly<Record<string, string>> {
  return { 'README.md': readMe(kind, job, parts), 'job.json': `${JSON.stringify(job, null, 2)}\n`, ...PYTHON[kind] };
}
