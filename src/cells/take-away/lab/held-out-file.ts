import { yieldToMessages } from '../../../core/clock.ts';
import { LabError } from '../../../core/errors.ts';
import { pick } from '../../../core/pick.ts';
import type { Model } from '../../../lab/model.ts';
import type { TableFormat } from '../contract.ts';
import { idColumn } from './id-column.ts';
import { tableFile } from './table-file.ts';
import type { Watch } from './watch.ts';

const PAIRS = 2 ** 17;

/** Every rating that was held out, with what the model predicts of it. */
export async function heldOutFile({ data, parts, predictor, network }: Model, format: TableFormat, watch: Watch): Promise<Blob> {
  const { ratings } = data;
  const { validation, test } = parts.split;
  const positions = Int32Array.from([...validation, ...test]);
  if (positions.length === 0) {
    throw new LabError('no-split', 'Nothing was held out in this run.', 'Choose another split, and train again.');
  }
  const calendar = network?.prepared.calendar;
  const predicted = new Float32Array(positions.length);
  for (let from = 0; from < positions.length; from += PAIRS) {
    await yieldToMessages();
    watch.signal.throwIfAborted();
    watch.report(from / positions.length);
    const some = positions.subarray(from, from + PAIRS);
    const pairs = { users: pick(ratings.users, some), movies: pick(ratings.movies, some), when: calendar?.at(some) };
    predicted.set(await predictor.predict(pairs), from);
  }
  const columns = {
    user: idColumn(ratings.userIds, pick(ratings.users, positions)),
    item: idColumn(ratings.movieIds, pick(ratings.movies, positions)),
    rating: pick(ratings.stars, positions),
    predicted,
    part: Array.from(positions, (_, at) => (at < validation.length ? 'validation' : 'test')),
  };
  return tableFile(columns, format);
}
