import type { UserIndex } from '../core/ids.ts';
import type { RunId, TestErrors } from '../core/run-report.ts';
import { toTarget } from '../core/target.ts';
import type { Pairs } from '../engines/trainer.ts';
import { validate } from '../training/train.ts';
import type { LabData } from './loaded-data.ts';
import type { NetworkRun } from './network-run.ts';
import type { PreparedParts } from './prepare-run.ts';

/** What a model is asked, however it was trained: whoever recommends, evaluates or exports needs no more. */
export interface Predictor {
  /** In stars, (n). */
  predict(pairs: Pairs): Promise<Float32Array>;
  /** Of every movie for this user. */
  score(user: UserIndex): Promise<Scores>;
  /** Aborted when it can no longer answer, such as by a GPU that is gone; the reason is a sentence. */
  readonly lost: AbortSignal;
  /** Frees what it holds. Nothing may be asked of it afterwards. */
  dispose(): void;
}

export interface Scores {
  /** Predictions in stars, (movies). */
  readonly stars: Float32Array;
  /** What movies are ranked by, highest first, (movies). */
  readonly ranking: Float32Array;
}

/** A trained model with all that it needs to recommend: it may outlive the data that is loaded. */
export interface Model {
  readonly runId: RunId;
  readonly data: LabData;
  readonly parts: PreparedParts;
  readonly predictor: Predictor;
  /** The network with its engine, to look into; null where the model is fitted in closed form. */
  readonly network: NetworkRun | null;
}

/** Errors on the test part; null where there is none. */
export async function measureTest({ parts, predictor }: Model): Promise<TestErrors | null> {
  const { test, target, configuration } = parts;
  if (test.targets.length === 0) return null;
  const predictions = (await predictor.predict(test)).map((stars) => toTarget(stars, target));
  const { validationError, validationMae, validationAuc } = validate(configuration.loss, predictions, test);
  return {
    error: validationError * target.scale,
    mae: validationMae === null ? null : validationMae * target.scale,
    auc: validationAuc,
  };
}
