import type { Configuration } from '../../../core/hyperparameters.ts';
import type { JobKind } from '../../../core/jobs/job-configuration.ts';
import type { Call } from '../../../lab/wire.ts';

export interface JobsCalls {
  /**
   * Writes a job for the loaded data as a zip; reports the share of the ratings that is written. Fails with `no-model` where no job trains the configuration, and with
   * `cancelled` when aborted.
   */
  write: Call<JobRequest, Blob, number>;
}

export interface JobRequest {
  readonly kind: JobKind;
  readonly configuration: Configuration;
}
