import type { JobKind } from '../../../../core/jobs/job-configuration.ts';
import type { JobDescription } from './description.ts';

/** What of the ratings lies in the folder. */
export interface JobParts {
  /** How many files of ratings; 0 where there are too many ratings for a download. */
  readonly shards: number;
  /** Notes on what differs from the page, a sentence each. */
  readonly notes: readonly string[];
}

/** How to run a job, and what it does. */
export function readMe(kind: JobKind, job: JobDescription, parts: JobParts): string {
  const { model, data } = { model: job.model.configuration.model, data: job.model.data.name };
  const notes = parts.notes.map((note) => `- ${note}\n`).join('');
  return `# ${TITLES[kind]}

Trains the settings of Matinee (${model}, ${data}), which are in \`job.json\`. Needs ${NEEDS[kind]}.
${notes === '' ? '' : `\nWhat differs from the page:\n\n${notes}`}
${RUN[kind](parts.shards > 0)}
## Ratings

${ratingsText(kind, parts.shards)}
## The result

\`weights.safetensors\` opens in the Take-away cell of the page: drop it there with the same ratings loaded. Users and movies are matched by their ids.
${RESULT[kind]}`;
}

const TITLES: Readonly<Record<JobKind, string>> = { spark: 'Spark job', tensorflow: 'TensorFlow job' };

const NEEDS: Readonly<Record<JobKind, string>> = { spark: 'Python 3.11 and Java 17', tensorflow: 'Python 3.11' };

const INSTALL = `python3.11 -m venv .venv
. .venv/bin/activate
pip install -r requirements.txt
`;

const RUN: Readonly<Record<JobKind, (hasRatings: boolean) => string>> = {
  spark: (hasRatings) => `## Run it

\`\`\`sh
${INSTALL}spark-submit --master 'local[*]' train.py${hasRatings ? '' : ' --ratings hdfs:///data/ratings'}
\`\`\`

On a cluster give the address of its master, and a path that all executors see:

\`\`\`sh
spark-submit --master spark://host:7077 --executor-memory 8g train.py --ratings hdfs:///data/ratings
\`\`\`

The executors need the packages of \`requirements.txt\` but pyspark.
`,
  tensorflow: (hasRatings) => `## Run it

\`\`\`sh
${INSTALL}${hasRatings ? '' : 'python shard.py /data/ratings.csv --out ratings\n'}python train.py
python evaluate.py weights.safetensors
\`\`\`

On several machines run the same \`train.py\` on each, with the addresses of all and the number of its own:

\`\`\`sh
TF_CONFIG='{"cluster": {"worker": ["host0:12345", "host1:12345"]}, "task": {"type": "worker", "index": 0}}' python train.py
\`\`\`

Every worker has a copy of the model and reads its own files of ratings; each step averages their gradients (\`MultiWorkerMirroredStrategy\`).
A batch of the settings is shared among the workers. Tables that outgrow a worker would need parameter servers, which Keras 3 does not support.
`,
};

const COLUMNS = 'the columns `userId`, `movieId`, `rating` and `part`, which is `train`, `validation` or `test`';
const HASH =
  'Without the column `part` the parts are drawn by the CRC-32 of "user:movie:seed", so that they depend on neither order nor machine; figures then belong to another held-out part than the page’s.';

function ratingsText(kind: JobKind, shards: number): string {
  const here =
    shards > 0
      ? `\`ratings/\` has the ratings of the page in ${shards} files, divided as they are there, so that the figures are of the same held-out ratings.`
      : 'There are too many ratings for a download: give the table that they came from.';
  const own =
    kind === 'spark'
      ? `\`--ratings\` takes a file or a folder of any Hadoop file system, \`--format parquet\` Parquet files, \`--user\`, \`--movie\` and \`--rating\` other names of columns.`
      : `\`shard.py\` divides other CSV files into shards; \`--user\`, \`--movie\` and \`--rating\` take other names of columns.`;
  return `${here} Files have ${COLUMNS}. ${own} ${HASH}
`;
}

const RESULT: Readonly<Record<JobKind, string>> = {
  spark: `The job prints the RMSE in stars (of a model that predicts stars), and NDCG, precision and recall at 10 of the lists of all users, as the page
defines them.
`,
  tensorflow: `\`evaluate.py\` prints the RMSE in stars, and NDCG, precision and recall at 10 of the lists of 1,000 users, as the page defines them.
`,
};
