import type { EngineCheck } from '../../../core/engine-check.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import type { Call } from '../../../lab/wire.ts';

export interface EngineCalls {
  /** Tries every engine with this configuration on the data that is loaded. Reports the check of each. */
  compare: Call<{ readonly configuration: Configuration }, void, EngineCheck>;
}
