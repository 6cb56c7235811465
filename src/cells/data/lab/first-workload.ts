import { sizeOf } from '../../../core/settings/data-size.ts';
import { defaultsFor } from '../../../core/settings/defaults.ts';
import type { Workload } from '../../../engines/time-steps.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import { workloadOf } from '../../../lab/workload.ts';

/** The work of the first Train, where nobody changes a setting. */
export const firstWorkload = (data: LabData): Workload => workloadOf(data, defaultsFor({}, sizeOf(data.ratings.count)));
