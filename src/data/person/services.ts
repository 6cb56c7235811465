import type { MappingQuestion } from '../../core/column-mapping.ts';
import { LabError } from '../../core/errors.ts';
import type { PersonalService } from '../../core/person/person.ts';
import { partsByNames, plainName } from '../formats/column-names.ts';
import { quote } from '../formats/malformed.ts';

/** Which column of an export holds what. */
export interface PersonalColumns {
  readonly service: PersonalService;
  readonly title: number;
  readonly otherTitle: number | undefined;
  readonly years: readonly number[];
  /** Undefined where the file has no ratings, such as a list of what was watched. */
  readonly rating: number | undefined;
  readonly time: number | undefined;
}

interface Known extends PersonalService {
  /** Names that only this service has together. */
  readonly signs: readonly string[];
  readonly title: string;
  readonly otherTitle?: string;
  readonly years: readonly string[];
  readonly rating: readonly string[];
  readonly time: readonly string[];
}

/** By the names of columns that each has written so far, as `plainName` makes them. */
const KNOWN: readonly Known[] = [
  {
    name: 'Letterboxd',
    items: 'films',
    scale: { min: 0.5, max: 5 },
    signs: ['name', 'letterboxduri'],
    title: 'name',
    years: ['year'],
    rating: ['rating'],
    time: ['watcheddate', 'date'],
  },
  {
    name: 'IMDb',
    items: 'films',
    scale: { min: 1, max: 10 },
    signs: ['const', 'title'],
    title: 'title',
    otherTitle: 'originaltitle',
    years: ['year'],
    rating: ['yourrating', 'yourated'],
    time: ['daterated', 'created'],
  },
  {
    name: 'Goodreads',
    items: 'books',
    scale: { min: 1, max: 5 },
    signs: ['bookid', 'title', 'myrating'],
    title: 'title',
    years: ['originalpublicationyear', 'yearpublished'],
    rating: ['myrating'],
    time: ['dateread', 'dateadded'],
  },
  {
    name: 'MovieLens',
    items: 'films',
    scale: { min: 0.5, max: 5 },
    signs: ['movieid', 'imdbid', 'tmdbid', 'averagerating', 'title'],
    title: 'title',
    years: [],
    rating: ['rating'],
    time: [],
  },
];

const OWN_RATING = /^(my|your)(rating|score|stars)$/;

/** The service that gives its members their ratings in such columns, and what stands where; null where somebody else's may be among them. */
export function personalColumns(columns: readonly string[]): PersonalColumns | null {
  const parts = partsByNames(columns);
  if (parts.user !== undefined) return null;
  const plain = columns.map(plainName);
  const find = (names: readonly string[]): number | undefined =>
    names.map((name) => plain.indexOf(name)).find((column) => column >= 0);
  const known = KNOWN.find(({ signs }) => signs.every((sign) => plain.includes(sign)));
  if (known) {
    const { name, items, scale, years } = known;
    return {
      service: { name, items, scale },
      title: plain.indexOf(known.title),
      otherTitle: known.otherTitle === undefined ? undefined : find([known.otherTitle]),
      years: years.map((year) => plain.indexOf(year)).filter((column) => column >= 0),
      rating: find(known.rating),
      time: find(known.time),
    };
  }
  const rating = plain.findIndex((column) => OWN_RATING.test(column));
  if (rating < 0 || parts.title === undefined) return null;
  return {
    service: { name: null, items: 'titles', scale: { min: 1, max: 5 } },
    title: parts.title,
    otherTitle: undefined,
    years: parts.year === undefined ? [] : [parts.year],
    rating,
    time: parts.timestamp,
  };
}

/** What is thrown where a file has such columns. `mapping` is what may be answered instead. */
export function onePerson({ service, rating }: PersonalColumns, file: string, mapping?: MappingQuestion): LabError {
  const { name, items } = service;
  const from = name === null ? '' : ` from ${name}`;
  if (rating === undefined) {
    const message = `${quote(file)} is a list of ${items}${from}: it has no ratings.`;
    return new LabError('data-no-ratings', message, 'Open the file of ratings that came with it, or the whole zip.');
  }
  const message = `${quote(file)} has one person’s ratings${from}: no column says who rated.`;
  const person = { file, service: name, items };
  return new LabError('data-one-person', message, 'They can be added to ratings of many people, as a new user.', {
    person,
    mapping,
  });
}
