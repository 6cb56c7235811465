import { yieldToMessages } from '../core/clock.ts';
import type { ColumnMapping } from '../core/column-mapping.ts';
import type { DataLayout } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import type { LoadNote } from '../core/load-notes.ts';
import { type JoinedRatings, joinRatings } from '../core/ratings.ts';
import { joinDemographics } from './demographics.ts';
import { readRatings, type Tables } from './tables.ts';

interface ReadTables extends JoinedRatings {
  readonly layout: DataLayout;
}

/**
 * Reads and joins tables; reports 0 … 1. Throws a LabError with file and line where one is malformed, with a question where it is
 * not clear which column holds what, and where there is nothing to learn.
 */
export async function readTables(
  tables: Tables,
  mapping: ColumnMapping | undefined,
  report: (share: number) => void,
): Promise<ReadTables> {
  const { columns, records, missingTimes, layout } = await readRatings(tables, mapping, report);
  // Between two long steps, a cancel may come in; a report answers it.
  await yieldToMessages();
  report(1);
  // One to train on, one to check on.
  if (columns.stars.length < 2) {
    const message = `${tables.file} has ${columns.stars.length === 0 ? 'no ratings' : 'a single rating'} in it.`;
    throw new LabError('data-no-ratings', message, 'Use a file that has some.');
  }
  const titles = tables.movies ?? (records.length > 0 ? records : null);
  const { ratings, notes } = joinRatings(columns, titles);
  const users = tables.users && joinDemographics(ratings, tables.users);
  return {
    ratings: users ? { ...ratings, demographics: users.demographics } : ratings,
    notes: [...notes, ...timeNotes(missingTimes), ...(users?.notes ?? [])],
    layout: { format: layout.format, zipped: tables.zipped },
  };
}

function timeNotes(count: number): readonly LoadNote[] {
  return count === 0
    ? []
    : [{ kind: 'missing-times', count, rule: 'Without them, the times of the others are left out as well.' }];
}
