import { LabError } from '../../../core/errors.ts';
import { inSlices } from '../../../core/in-slices.ts';
import { jobConfiguration, jobNotes, missingJob } from '../../../core/jobs/job-configuration.ts';
import { writeZip } from '../../../data/write-zip.ts';
import type { Bench } from '../../../lab/bench.ts';
import { materialOf } from '../../../lab/material.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import type { JobsCalls } from './contract.ts';
import { describeJob } from './lab/description.ts';
import { jobFiles } from './lab/job-files.ts';
import { MOST_RATINGS, ratingShards, SHARDS } from './lab/rating-shards.ts';

export function handlers({ data, material }: Bench): HandlersOf<JobsCalls> {
  return {
    async write({ kind, configuration }, { report, signal }) {
      const missing = missingJob(kind, configuration);
      if (missing !== null) throw new LabError('no-model', missing, 'Choose another model or loss, then write the job.');
      const { ratings, summary } = data.at('write a job for');
      const own = jobConfiguration(kind, configuration);
      const { split, stars } = materialOf(material, ratings, own);
      const job = describeJob(own, summary, ratings, stars);
      const holds = ratings.count <= MOST_RATINGS;
      const shards = holds
        ? await inSlices(ratingShards(ratings, split), (rows) => {
            signal.throwIfAborted();
            report(rows / ratings.count);
          })
        : {};
      const files = jobFiles(kind, job, { shards: holds ? SHARDS : 0, notes: jobNotes(kind, configuration) });
      const zip = await writeZip({ ...files, ...shards });
      signal.throwIfAborted();
      return zip;
    },
  };
}
