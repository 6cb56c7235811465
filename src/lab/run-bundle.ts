import { allFinite } from '../core/all-finite.ts';
import { DATA_KINDS, type DataOrigin } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import type { EngineName } from '../core/hyperparameters.ts';
import { KEPT_RUN_VERSION, RUN_BUNDLE_MARK, type RunInfo } from '../core/kept-run.ts';
import { parseRunRecord } from '../core/parse-run-record.ts';
import type { AddedUser } from '../core/person/person.ts';
import { RUN_RECORD_VERSION, type RunRecord } from '../core/run-record.ts';
import { parseSynthetic, type SyntheticName } from '../core/synthetic-shape.ts';
import { readCheckpoint } from './checkpoint.ts';

/** A run that can be taken up: its record, and the state that its weights are in. */
export interface RunBundle {
  readonly record: RunRecord;
  readonly info: RunInfo;
  /** As `writeCheckpoint` makes it. */
  readonly checkpoint: Blob;
  /** Records of other runs, without their weights. */
  readonly others?: readonly RunRecord[];
}

type Fields = Readonly<Record<string, unknown>>;

/** A run as a file: a mark, the length of a header, the header as JSON, then the checkpoint. */
export function writeRunBundle({ record, info, checkpoint, others = [] }: RunBundle): Blob {
  const header = new TextEncoder().encode(JSON.stringify({ record, info, others }));
  return new Blob([RUN_BUNDLE_MARK, Uint32Array.of(header.length), header, checkpoint]);
}

/** Throws a LabError `runs-unreadable` where the file is none, is damaged, or is of another version. Nothing in it is believed unseen. */
export async function readRunBundle(file: Blob): Promise<RunBundle> {
  const begin = RUN_BUNDLE_MARK.length + 4;
  if ((await file.slice(0, RUN_BUNDLE_MARK.length).text()) !== RUN_BUNDLE_MARK || file.size < begin)
    throw unreadable('is not a run that this page has saved');
  const length = new DataView(await file.slice(RUN_BUNDLE_MARK.length, begin).arrayBuffer()).getUint32(0, true);
  const { record: written, info, others } = parseHeader(await file.slice(begin, begin + length).text());
  if (info.version !== KEPT_RUN_VERSION || written.version !== RUN_RECORD_VERSION) {
    throw new LabError(
      'runs-unreadable',
      'This run was saved by another version of this page.',
      'Reload the page, then open it again; or train it again with its settings.',
    );
  }
  const record = parseRunRecord(written);
  if (record === null) throw unreadable('is damaged');
  const checkpoint = file.slice(begin + length);
  const state = await readCheckpoint(checkpoint).catch((cause: unknown) => {
    throw unreadable('is damaged or cut off', cause);
  });
  const { weights, first, second } = state.state;
  const arrays = [weights, first, second, state.best ?? {}].flatMap((tables) => Object.values(tables));
  if (!arrays.every((values) => values instanceof Blob || allFinite(values)))
    throw unreadable('is damaged: some of its numbers are infinite or no numbers');
  return {
    record,
    info: infoOf(record, info, state.history.length),
    checkpoint,
    others: others.map(parseRunRecord).filter((other) => other !== null),
  };
}

interface Header {
  readonly record: Fields;
  readonly info: Fields;
  readonly others: readonly unknown[];
}

function parseHeader(text: string): Header {
  try {
    const { record, info, others } = JSON.parse(text);
    return { record: { ...record }, info: { ...info }, others: Array.isArray(others) ? others : [] };
  } catch (cause) {
    throw unreadable('is damaged or cut off', cause);
  }
}

const ENDS: readonly unknown[] = ['done', 'stopped', 'early', 'out-of-time', 'failed'];

function infoOf({ configuration, engine, data }: RunRecord, info: Fields, epochsDone: number): RunInfo {
  return {
    version: KEPT_RUN_VERSION,
    configuration,
    data: {
      ...originOf({ ...(info.data as object) }),
      ...{ name: data.name, sha256: data.sha256, ratings: data.ratings },
      ...(data.feedback === 'ratings' ? {} : { feedback: data.feedback }),
    },
    engine: engine.name as EngineName,
    epochsDone,
    validationError: typeof info.validationError === 'number' ? info.validationError : null,
    ended: ENDS.includes(info.ended) ? (info.ended as RunInfo['ended']) : null,
  };
}

/** Where the ratings came from, without any address: what a file says is not to be fetched. */
function originOf({ kind, file, fetchedAt, layout, synthetic, added }: Fields): Omit<DataOrigin, 'name' | 'sha256'> {
  const known = DATA_KINDS.find((one) => one === kind);
  if (known === undefined) throw unreadable('is damaged');
  return {
    kind: known,
    file: typeof file === 'string' ? file : null,
    url: null,
    fetchedAt: typeof fetchedAt === 'number' ? fetchedAt : null,
    layout: (layout ?? null) as DataOrigin['layout'],
    release: null,
    ...(typeof synthetic === 'string' && parseSynthetic(synthetic) ? { synthetic: synthetic as SyntheticName } : {}),
    ...(isListOfUsers(added) ? { added } : {}),
  };
}

const isListOfUsers = (added: unknown): added is AddedUser[] =>
  Array.isArray(added) && added.every((user: Partial<AddedUser> | null) => typeof user?.fingerprint === 'number');

const unreadable = (what: string, cause?: unknown): LabError =>
  new LabError('runs-unreadable', `The file ${what}.`, 'Open a file that was saved in the Runs cell.', { cause });
