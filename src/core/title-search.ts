import { isWithin } from './edit-distance.ts';
import type { MovieIndex } from './ids.ts';
import { plainWords } from './person/title-keys.ts';
import type { Movie } from './ratings.ts';

/** Finds movies by what somebody types of their titles. */
export interface TitleSearch {
  /**
   * Movies that have every word that is typed, or the beginning of it, best first: whole words before beginnings, titles that begin so before
   * others, then those with the most ratings. Case, accents, articles and the order of words do not matter; where too few are found, a
   * word may have a letter wrong, or two if it is long.
   */
  find(typed: string, count: number): readonly MovieIndex[];
}

interface Entry {
  readonly movie: MovieIndex;
  readonly words: readonly string[];
}

interface Found {
  readonly movie: MovieIndex;
  readonly cost: number;
}

const ARTICLES = new Set(['the', 'a', 'an', 'le', 'la', 'les', 'der', 'die', 'das', 'el', 'los', 'las', 'il']);

export function createTitleSearch(catalogue: readonly Movie[], counts: Int32Array): TitleSearch {
  const entries = catalogue.map(({ title, year }, movie): Entry => {
    const words = withoutArticles(plainWords(title));
    return { movie: movie as MovieIndex, words: year === null ? words : [...words, String(year)] };
  });
  return {
    find(typed, count) {
      const wanted = withoutArticles(plainWords(typed));
      if (wanted.length === 0) return [];
      const found = search(entries, wanted, false);
      const all = found.length < count ? search(entries, wanted, true) : found;
      const byCount = (a: Found, b: Found): number => (counts[b.movie] as number) - (counts[a.movie] as number);
      return [...all]
        .sort((a, b) => a.cost - b.cost || byCount(a, b) || a.movie - b.movie)
        .slice(0, count)
        .map(({ movie }) => movie);
    },
  };
}

/** All words where there is nothing but articles, as in "La La". */
function withoutArticles(words: readonly string[]): readonly string[] {
  const rest = words.filter((word) => !ARTICLES.has(word));
  return rest.length > 0 ? rest : words;
}

function search(entries: readonly Entry[], wanted: readonly string[], isForgiving: boolean): readonly Found[] {
  const found: Found[] = [];
  for (const { movie, words } of entries) {
    let cost = words[0]?.startsWith(wanted[0] as string) ? 0 : 1;
    for (const word of wanted) cost += costOf(word, words, isForgiving);
    if (cost < Number.POSITIVE_INFINITY) found.push({ movie, cost });
  }
  return found;
}

const BEGINNING = 2;
const MISTYPED = 20;

/** How far a typed word is from the closest of a title; infinite where it is none of them. */
function costOf(typed: string, words: readonly string[], isForgiving: boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word === typed) return 0;
    if (word.startsWith(typed)) least = Math.min(least, BEGINNING);
  }
  if (least < Number.POSITIVE_INFINITY || !isForgiving) return least;
  const slips = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  if (slips === 0) return least;
  const isClose = words.some((word) => isWithin(typed, word, slips));
  return isClose ? MISTYPED : least;
}
