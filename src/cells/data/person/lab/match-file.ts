import { LabError } from '../../../../core/errors.ts';
import { inSlices } from '../../../../core/in-slices.ts';
import { canMap } from '../../../../core/person/map-ratings.ts';
import { matchTitles } from '../../../../core/person/match-titles.ts';
import type { PersonalExport, TitleMatch } from '../../../../core/person/person.ts';
import type { ArchiveFile } from '../../../../data/containers/archive-file.ts';
import { readPersonalExport } from '../../../../data/person/read-person.ts';
import type { LabData } from '../../../../lab/loaded-data.ts';

export interface MatchedFile {
  readonly read: PersonalExport;
  /** Of each row. */
  readonly matches: readonly TitleMatch[];
}

/**
 * Reads one person's ratings, of a file of that name or out of those in it, and finds their movies. Throws a LabError where there are no ratings or none matches, and where the data has
 * no titles or no scale that they could be put on. `goOn` is called now and then, and ends the work by throwing.
 */
export async function matchFile(
  { ratings, statistics, summary }: LabData,
  files: readonly ArchiveFile[],
  name: string,
  goOn: () => void,
): Promise<MatchedFile> {
  const read = await readPersonalExport(files, name);
  const again = 'then open this file again.';
  const refuse = (message: string, remedy: string): LabError => new LabError('data-no-ratings', message, remedy);
  if (read.rows.length === 0) throw refuse(noRowsWords(read, name), 'Open a file that has titles with ratings.');
  if (!canMap(ratings.scale)) {
    const message = `The ratings of ${summary.name} go up to ${ratings.scale.max}: they are counts, which ratings cannot be added to.`;
    throw refuse(message, `Load ratings on a scale, such as MovieLens, ${again}`);
  }
  if (ratings.catalogue.every(({ title }) => /^\p{L}+ \d+$/u.test(title))) {
    const remedy = `Open its ratings together with the file of their titles, ${again}`;
    throw refuse(`${summary.name} has only IDs, so these titles cannot be found in it.`, remedy);
  }
  const options = { hasEditions: read.service.items === 'books', counts: statistics.counts };
  const matches = await inSlices(matchTitles(read.rows, ratings.catalogue, options), goOn);
  if (!matches.some(({ kind }) => kind === 'matched' || kind === 'unclear')) {
    const { items } = read.service;
    const first = `“${(read.rows[0]?.title ?? '').slice(0, 60)}”`;
    const message = `${summary.name} has none of the rated ${items} of this file, such as ${first}.`;
    throw refuse(message, `Check the titles, or load other ratings of ${items}, ${again}`);
  }
  return { read, matches };
}

function noRowsWords({ faulty }: PersonalExport, name: string): string {
  const [first] = faulty.lines;
  return first === undefined ? `“${name}” has no rated titles in it.` : `No rating of “${name}” can be read. ${first}.`;
}
