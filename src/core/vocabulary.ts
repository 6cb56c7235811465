import type { RatingScale } from './rating-scale.ts';

/** What the rated things of a data set are called, and what their ratings are counted in: one, and several. */
export interface Vocabulary {
  readonly item: string;
  readonly items: string;
  readonly unit: string;
  readonly units: string;
}

export type Items = Pick<Vocabulary, 'item' | 'items'>;

/** The words that the texts of the page are written in. */
export const MOVIES: Vocabulary = { item: 'movie', items: 'movies', unit: 'star', units: 'stars' };

/** Stars are whole or half, up to five. */
function unitOf({ min, max, step }: RatingScale): Pick<Vocabulary, 'unit' | 'units'> {
  const isOfStars = min >= 0 && max > 3 && max <= 5 && (step === 1 || step === 0.5);
  return isOfStars ? MOVIES : { unit: 'point', units: 'points' };
}

/** Of items that are called so, and ratings on a scale. */
export function vocabularyOf({ item, items }: Items, scale: RatingScale): Vocabulary {
  const { unit, units } = unitOf(scale);
  return { item, items, unit, units };
}

const WORDS = /“[^”]*”|(?:\b(an? )|(?<![\d.,])(1 ))?\b(movie|star)(s?)\b(?!\.\w)/gi;

/**
 * A text of the page in the words of a data set. Texts are written about movies and stars; “1 stars” becomes “1 star”. Names in
 * quotation marks do not change.
 */
export function inWords(text: string, words: Vocabulary): string {
  return text.replace(
    WORDS,
    (found, article: string | undefined, one: string | undefined, noun: string | undefined, s: string) => {
      if (noun === undefined) return found;
      const isItem = noun.toLowerCase() === 'movie';
      const plural = s !== '' && one === undefined;
      const plain = isItem ? (plural ? words.items : words.item) : plural ? words.units : words.unit;
      const word = noun.charAt(0) < 'a' ? capital(plain) : plain;
      if (article === undefined) return `${one ?? ''}${word}`;
      const isVowel = /^[aeio]/i.test(word);
      return `${article.charAt(0)}${isVowel ? 'n' : ''} ${word}`;
    },
  );
}

/** Code in the words of a data set: its comments alone. */
export const commentsInWords = (code: string, words: Vocabulary): string =>
  code.replace(/(^|\s)#.*$/gm, (comment) => inWords(comment, words));

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
