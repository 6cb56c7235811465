import type { ColumnMapping } from '../../core/column-mapping.ts';

/** What a column may hold: of a table of ratings, or of one of titles. */
export type Part = keyof ColumnMapping | 'genres' | 'year';

/** How files name their columns, in lower case without anything but letters and digits; the first that occurs counts. */
const NAMES: Readonly<Record<Part, readonly string[]>> = {
  user: words(
    'userid user uid username userids users reviewerid reviewer reviewprofilename customerid customer memberid member personid profilename',
  ),
  item: words(
    'movieid itemid filmid bookid animeid songid productid businessid isbn asin movie item film book product iid ' +
      'artistid gameid trackid jokeid recipeid beerid beerbeerid restaurantid placeid courseid showid gmapid parentasin artist game song track',
  ),
  rating: words(
    'rating ratings stars star score overall userrating bookrating ratingvalue ratingscore reviewrating reviewoverall reviewscore ' +
      'rate rated grade weight playcount plays listencount count counts listens clicks quantity frequency',
  ),
  timestamp: words(
    'timestamp time date datetime ratedat createdat unixreviewtime reviewtime unixtime ts ratingtimestamp ratingdate reviewdate ' +
      'daterated submissiondate dateadded updatedat',
  ),
  title: words(
    'title movietitle itemtitle filmtitle booktitle moviename itemname producttitle filmname bookname artistname animename ' +
      'gamename name originaltitle englishname productname',
  ),
  genres: words('genres genre genresnames category categories genrenames'),
  year: words('year releaseyear yearofpublication originalpublicationyear publicationyear startyear yearpublished releasedate'),
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** A name without what RecBole and others add to it: "user_id:token" is "userid". */
export const plainName = (column: string): string =>
  column
    .toLowerCase()
    .replace(/:(token|float|token_seq|float_seq)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What the columns hold by their names, as far as those are known, each column but once. */
export function partsByNames(columns: readonly string[]): Partial<Record<Part, number>> {
  const plain = columns.map(plainName);
  const found = Object.entries(NAMES).flatMap(([part, names]) => {
    const name = names.find((candidate) => plain.includes(candidate));
    return name === undefined ? [] : [[part, plain.indexOf(name)]];
  });
  return Object.fromEntries(found);
}

/** An id of anything else: "venue_id" where no other column is the item. */
const OTHER_ID = /^(?!(rating|review|order|session|event|row|transaction|record|genre|tag|user)id$)\p{L}+id$/u;

/** What the columns of a table of ratings hold by their names. */
export function mappingByNames(columns: readonly string[]): Partial<ColumnMapping> {
  const { user, item, rating, timestamp, title, ...ofItem } = partsByNames(columns);
  const ids = columns.flatMap((column, at) => (at !== user && OTHER_ID.test(plainName(column)) ? [at] : []));
  const found = {
    ...{ user, item: item ?? (user !== undefined && ids.length === 1 ? ids[0] : undefined), rating, timestamp, title },
    ...(user !== undefined && item !== undefined && rating !== undefined ? ofItem : {}),
  };
  // A name alone is that of the item, or of the user.
  const isTaken = title !== undefined && (title === found.item || title === user);
  return Object.fromEntries(
    Object.entries(found).filter(([part, column]) => column !== undefined && !(part === 'title' && isTaken)),
  );
}

export const isWhole = (mapping: Partial<ColumnMapping>): mapping is ColumnMapping & { readonly rating: number } =>
  mapping.user !== undefined && mapping.item !== undefined && mapping.rating !== undefined;
