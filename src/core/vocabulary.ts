import type { DataOrigin } from './data-source.ts';
import type { RatingScale } from './rating-scale.ts';

/** What the rated things of a data set are called, and what their ratings are counted in: one, and several. */
export interface Vocabulary {
  readonly item: string;
  readonly items: string;
  readonly unit: string;
  readonly units: string;
}

type Items = Pick<Vocabulary, 'item' | 'items'>;

/** The words that the texts of the page are written in. */
export const MOVIES: Vocabulary = { item: 'movie', items: 'movies', unit: 'star', units: 'stars' };

const named = (item: string, items = `${item}s`): Items => ({ item, items });

/** By what stands in the name of a column or a file. */
const KNOWN: readonly (readonly [RegExp, Items])[] = [
  [/movie|film|imdb|letterboxd/, named('movie')],
  [/book|isbn|goodreads/, named('book')],
  [/anime/, named('anime', 'anime')],
  [/manga/, named('manga', 'manga')],
  [/artist|band/, named('artist')],
  [/album/, named('album')],
  [/song|music/, named('song')],
  [/track/, named('track')],
  [/joke|jester/, named('joke')],
  [/recipe/, named('recipe')],
  [/beer/, named('beer')],
  [/wine/, named('wine')],
  [/restaurant/, named('restaurant')],
  [/hotel/, named('hotel')],
  [/business/, named('business', 'businesses')],
  [/place|venue|gmap|attraction/, named('place')],
  [/game|steam/, named('game')],
  [/course/, named('course')],
  [/podcast/, named('podcast')],
  [/article|news/, named('article')],
  [/product|asin|amazon/, named('product')],
];

/** The files of GroupLens. */
const GROUPLENS = /^(ml-.*|ratings\.dat|u\.data|u[1-5ab]\.(base|test))$/i;

/** What the items are called: by the name of their column, else by those of the files; "items" where neither tells. */
export function itemsOf(origin: Pick<DataOrigin, 'kind' | 'file' | 'layout' | 'release'>): Items {
  const { kind, file, layout, release } = origin;
  if (kind === 'bundled' || kind === 'synthetic' || release !== null) return MOVIES;
  const names = [itemColumn(layout), layout?.titles?.file, layout?.file, file];
  for (const text of names) {
    const found = KNOWN.find(([pattern]) => pattern.test(text?.toLowerCase() ?? ''));
    if (found) return found[1];
  }
  // Titles as GroupLens lays them out, and Netflix' blocks, are of nothing else.
  const isOfMovies = layout && (layout.format === 'blocks' || (layout.hasTitles && !layout.titles));
  return isOfMovies || names.some((text) => text && GROUPLENS.test(text)) ? MOVIES : named('item');
}

function itemColumn(layout: DataOrigin['layout']): string | undefined {
  const columns = layout?.columns;
  if (!columns || 'wide' in columns) return undefined;
  return 'at' in columns ? columns.header?.[columns.at.item] : columns.item;
}

/** Stars are whole or half, up to five. */
function unitOf({ min, max, step }: RatingScale): Pick<Vocabulary, 'unit' | 'units'> {
  const isOfStars = min >= 0 && max > 3 && max <= 5 && (step === 1 || step === 0.5);
  return isOfStars ? MOVIES : { unit: 'point', units: 'points' };
}

export function vocabularyOf(origin: Parameters<typeof itemsOf>[0], scale: RatingScale): Vocabulary {
  const { item, items } = itemsOf(origin);
  const { unit, units } = unitOf(scale);
  return { item, items, unit, units };
}

const WORDS = /“[^”]*”|\b(an? )?(movie|star)(s?)\b(?!\.\w)/gi;

/**
 * A text of the page in the words of a data set: it is written of movies and stars. What stands between quotation marks is a name
 * and stays.
 */
export function inWords(text: string, words: Vocabulary): string {
  return text.replace(WORDS, (found, article: string | undefined, noun: string | undefined, plural: string) => {
    if (noun === undefined) return found;
    const isItem = noun.toLowerCase() === 'movie';
    const plain = isItem ? (plural ? words.items : words.item) : plural ? words.units : words.unit;
    const word = noun.charAt(0) < 'a' ? capital(plain) : plain;
    if (article === undefined) return word;
    const isVowel = /^[aeio]/i.test(word);
    return `${article.charAt(0)}${isVowel ? 'n' : ''} ${word}`;
  });
}

/** Code in the words of a data set: its comments alone. */
export const commentsInWords = (code: string, words: Vocabulary): string =>
  code.replace(/(^|\s)#.*$/gm, (comment) => inWords(comment, words));

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
