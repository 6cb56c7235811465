import type { JobKind } from '../../../../core/jobs/job-configuration.ts';
import job from './python/common/job.py?raw';
import metrics from './python/common/metrics.py?raw';
import sparkEvaluate from './python/spark/evaluate.py?raw';
import sparkImplicit from './python/spark/implicit.py?raw';
import sparkRatings from './python/spark/ratings.py?raw';
import sparkRequirements from './python/spark/requirements.txt?raw';
import sparkTrain from './python/spark/train.py?raw';
import kerasEvaluate from './python/tensorflow/evaluate.py?raw';
import kerasModel from './python/tensorflow/model.py?raw';
import kerasRatings from './python/tensorflow/ratings.py?raw';
import kerasRequirements from './python/tensorflow/requirements.txt?raw';
import kerasSchedule from './python/tensorflow/schedule.py?raw';
import kerasShard from './python/tensorflow/shard.py?raw';
import kerasTrain from './python/tensorflow/train.py?raw';

/** The programs of a job: text by file name. */
export const PYTHON: Readonly<Record<JobKind, Readonly<Record<string, string>>>> = {
  spark: {
    'requirements.txt': sparkRequirements,
    'train.py': sparkTrain,
    'ratings.py': sparkRatings,
    'evaluate.py': sparkEvaluate,
    'implicit.py': sparkImplicit,
    'job.py': job,
    'metrics.py': metrics,
  },
  tensorflow: {
    'requirements.txt': kerasRequirements,
    'train.py': kerasTrain,
    'evaluate.py': kerasEvaluate,
    'shard.py': kerasShard,
    'model.py': kerasModel,
    'ratings.py': kerasRatings,
    'schedule.py': kerasSchedule,
    'job.py': job,
    'metrics.py': metrics,
  },
};
