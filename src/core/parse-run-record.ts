import type { Feedback } from './clean/findings.ts';
import { type Configuration, SETTING_NAMES, SETTINGS, type SettingName } from './hyperparameters.ts';
import type { ModelName } from './model-name.ts';
import type { RunOutcome } from './run.ts';
import { type RecordedData, type RecordedEpoch, RUN_RECORD_VERSION, type RunGroup, type RunRecord } from './run-record.ts';
import type { TestErrors } from './run-report.ts';
import { sanitise } from './settings/sanitise.ts';
import { DEFAULTS } from './settings/tuned.ts';
import type { Fold } from './split/folds.ts';

/** How long texts of a record may be; what is longer is cut. */
export const NAME_LENGTH = 80;
export const NOTE_LENGTH = 2000;
const MOST_EPOCHS = 10_000;
const OUTCOMES: readonly unknown[] = ['done', 'stopped', 'early', 'out-of-time', 'failed'];
const FEEDBACKS: readonly unknown[] = ['ratings', 'counts', 'equal', 'events'];

/** The record that a value from a file is, as one of somebody else; null where any part of it is missing or cannot be. Never throws. */
export function parseRunRecord(value: unknown): RunRecord | null {
  try {
    return read(fieldsOf(value));
  } catch (thrown) {
    if (thrown instanceof Unfit) return null;
    throw thrown;
  }
}

/** The configuration that a value from a file is; null where any setting of it cannot be. Never throws. */
export function parseConfiguration(value: unknown): Configuration | null {
  try {
    return readConfiguration(fieldsOf(value));
  } catch (thrown) {
    if (thrown instanceof Unfit) return null;
    throw thrown;
  }
}

class Unfit extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function read(fields: Fields): RunRecord {
  if (fields.version !== RUN_RECORD_VERSION) throw new Unfit();
  const engine = fieldsOf(fields.engine);
  return {
    version: RUN_RECORD_VERSION,
    id: readId(fields.id),
    number: whole(fields.number, 1),
    startedAt: number(fields.startedAt, 0, 8.64e15),
    name: text(fields.name, NAME_LENGTH),
    note: text(fields.note, NOTE_LENGTH),
    origin: 'file',
    ...(fields.group === undefined ? {} : { group: readGroup(fieldsOf(fields.group)) }),
    ...(fields.fold === undefined ? {} : { fold: readFold(fieldsOf(fields.fold)) }),
    configuration: readConfiguration(fieldsOf(fields.configuration)),
    data: readData(fieldsOf(fields.data)),
    engine: { name: text(engine.name, NAME_LENGTH), label: text(engine.label, 200) },
    epochs: readEpochs(fields.epochs),
    baselines: orNull(fields.baselines, (levels) => {
      const { globalMean, biases } = fieldsOf(levels);
      return { globalMean: number(globalMean), biases: number(biases) };
    }),
    test: orNull(fields.test, readTest),
    ...(fields.testedLists === true && { testedLists: true }),
    outcome: orNull(fields.outcome, (outcome) => oneOf<RunOutcome | 'failed'>(outcome, OUTCOMES)),
    taken: orNull(fields.taken, (taken) => whole(taken, 1)),
    parameters: whole(fields.parameters, 0),
    seconds: orNull(fields.seconds, (seconds) => number(seconds, 0)),
  };
}

/** One that is missing is from before there was such a setting: it is as it starts. */
function readConfiguration(fields: Fields): Configuration {
  const model = oneOf<ModelName>(fields.model, Object.keys(DEFAULTS));
  const entries = SETTING_NAMES.map((name) => [name, readSetting(name, fields[name], DEFAULTS[model])]);
  return Object.fromEntries(entries) as unknown as Configuration;
}

/** A setting that was made to fit would no longer be that of the run. */
function readSetting(name: SettingName, value: unknown, defaults: Configuration): unknown {
  if (value === undefined) return defaults[name];
  const fit = sanitise(name, value);
  if (fit === undefined || JSON.stringify(fit) !== JSON.stringify(value)) throw new Unfit(SETTINGS[name].label);
  return fit;
}

const readGroup = ({ id, place }: Fields): RunGroup => ({ id: readId(id), place: whole(place, 0) });

function readFold({ at, of }: Fields): Fold {
  const folds = whole(of, 2);
  return { at: whole(number(at, 1, folds), 1), of: folds };
}

function readData({ name, sha256, ratings, reading, feedback }: Fields): RecordedData {
  return {
    name: text(name, 200),
    sha256: orNull(sha256, (hash) => matching(hash, /^[0-9a-f]{64}$/)),
    ratings: whole(ratings, 1),
    reading: matching(reading, /^[0-9a-f]{8}$/),
    feedback: oneOf<Feedback>(feedback, FEEDBACKS),
  };
}

function readEpochs(value: unknown): readonly RecordedEpoch[] {
  if (!Array.isArray(value) || value.length > MOST_EPOCHS) throw new Unfit();
  return value.map((each: unknown, at) => {
    const { epoch, trainError, validationError, sampleNdcg, seconds } = fieldsOf(each);
    if (epoch !== at + 1) throw new Unfit();
    return {
      epoch,
      trainError: number(trainError),
      validationError: orNull(validationError, number),
      seconds: number(seconds, 0),
      ...(sampleNdcg === undefined ? {} : { sampleNdcg: number(sampleNdcg, 0, 1) }),
    };
  });
}

function readTest(value: unknown): TestErrors {
  const { error, mae, auc } = fieldsOf(value);
  return { error: number(error), mae: orNull(mae, (it) => number(it, 0)), auc: orNull(auc, (it) => number(it, 0, 1)) };
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unfit();
  return value as Fields;
}

const orNull = <T>(value: unknown, readIt: (value: unknown) => T): T | null => (value === null ? null : readIt(value));

function number(value: unknown, least = -Number.MAX_VALUE, most = Number.MAX_VALUE): number {
  if (typeof value !== 'number' || !(value >= least && value <= most)) throw new Unfit();
  return value;
}

function whole(value: unknown, least: number): number {
  if (!Number.isSafeInteger(value)) throw new Unfit();
  return number(value, least);
}

function text(value: unknown, longest: number): string {
  if (typeof value !== 'string') throw new Unfit();
  return value.slice(0, longest);
}

function matching(value: unknown, pattern: RegExp): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new Unfit();
  return value;
}

const readId = (value: unknown): string => matching(value, /^[\w-]{1,64}$/);

function oneOf<T>(value: unknown, values: readonly unknown[]): T {
  if (!values.includes(value)) throw new Unfit();
  return value as T;
}
