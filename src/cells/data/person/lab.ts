import { LabError } from '../../../core/errors.ts';
import { inSlices } from '../../../core/in-slices.ts';
import { addUser, fingerprintOf, type NewRating, nextUserId } from '../../../core/person/add-user.ts';
import { mapRating } from '../../../core/person/map-ratings.ts';
import { moviesOf } from '../../../core/person/match-titles.ts';
import type { AddedUser } from '../../../core/person/person.ts';
import type { ArchiveFile } from '../../../data/containers/archive-file.ts';
import type { Bench } from '../../../lab/bench.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import { sumUp } from '../lab/sum-up.ts';
import type { Person, PersonCalls } from './contract.ts';
import { describeMatches } from './lab/describe-matches.ts';
import { matchFile } from './lab/match-file.ts';

/** The data with a user more, and as it was before. */
interface Added {
  readonly before: LabData;
  readonly after: LabData;
}

export function handlers({ data, exclusive, openTables }: Bench): HandlersOf<PersonCalls> {
  const steps: Added[] = [];
  return {
    async match({ file }, { signal }) {
      const loaded = data.at('add a user to');
      const found = await matchFile(loaded, await openTables(file), file.name, () => signal.throwIfAborted());
      return describeMatches(loaded, found);
    },
    add: (person, { signal }) =>
      exclusive.load(async (_, overtaken) => {
        const goOn = (): void => AbortSignal.any([signal, overtaken]).throwIfAborted();
        const step = await withPerson(data.at('add a user to'), person, await openTables(person.file), goOn);
        goOn();
        steps.push(step);
        data.take(step.after);
        return step.after.summary;
      }),
    remove: () =>
      exclusive.load(async () => {
        const step = steps.pop();
        if (step === undefined || step.after !== data.at('take a user from')) {
          throw new LabError('no-data', 'Nobody was added to the data that is loaded.', 'Add somebody first.');
        }
        const earlier = steps.pop();
        if (earlier) steps.push({ ...earlier, after: step.before });
        data.take(step.before);
        return step.before.summary;
      }),
  };
}

async function withPerson(
  loaded: LabData,
  { file, picks }: Person,
  files: readonly ArchiveFile[],
  goOn: () => void,
): Promise<Added> {
  const { read, matches } = await matchFile(loaded, files, file.name, goOn);
  const { scale } = loaded.ratings;
  const rows = moviesOf(matches, picks).flatMap((movie, at): readonly NewRating[] => {
    const row = read.rows[at];
    return movie === null || !row ? [] : [{ movie, stars: mapRating(row.rating, read.service.scale, scale), time: row.time }];
  });
  const userId = nextUserId(loaded.ratings);
  const { ratings, before } = addUser(loaded.ratings, userId, rows);
  const { summary } = loaded;
  const user = { userId, file: file.name, service: read.service.name, ratings: rows.length, fingerprint: fingerprintOf(rows) };
  const added = [...(summary.added ?? []), user];
  const origin = { ...summary, name: nameWith(summary.name, added), added };
  const after = await inSlices(sumUp({ ...summary, ratings, origin, items: summary.words, file: null }), goOn);
  return { before: { ...loaded, ratings: before }, after };
}

const WITH = ' with user';

/** "MovieLens Latest Small with user 672", "… with users 672 and 673". */
function nameWith(name: string, added: readonly AddedUser[]): string {
  const ids = added.map(({ userId }) => userId);
  const base = added.length > 1 ? name.slice(0, name.lastIndexOf(WITH)) : name;
  return ids.length === 1 ? `${base}${WITH} ${ids[0]}` : `${base}${WITH}s ${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
}
