import type { DataOrigin } from './data-source.ts';
import { type Items, MOVIES } from './vocabulary.ts';

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
export function itemsOf({ file, layout }: Pick<DataOrigin, 'file' | 'layout'>): Items {
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
