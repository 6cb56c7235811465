import type { CategoricalColumn } from '../demographics.ts';
import type { Ratings } from '../ratings.ts';
import { type Bin, type DimensionName, type EntityDimension, single } from './dimension.ts';

/** How many ratings each user gave, or each movie got, in bins that double: 1, 2–3, 4–7, … */
export function activityDimension(of: 'user' | 'movie', owners: Int32Array, size: number): EntityDimension {
  const totals = new Int32Array(size);
  for (const owner of owners) totals[owner] = (totals[owner] as number) + 1;
  const highest = totals.reduce((most, total) => Math.max(most, total), 1);
  const bins = Array.from({ length: binOf(highest) + 1 }, (_, power): Bin => {
    const [from, to] = [2 ** power, 2 ** (power + 1) - 1];
    return { label: from === to ? String(from) : `${from}–${to}`, from, to };
  });
  return { name: `${of}Activity`, of, counts: `${of}s`, bins, ...single(totals.map(binOf)) };
}

const binOf = (total: number): number => 31 - Math.clz32(Math.max(1, total));

/** The genres of every movie, those with most ratings first; null where no movie has any. */
export function genreDimension({ catalogue, movies }: Pick<Ratings, 'catalogue' | 'movies'>): EntityDimension | null {
  const ofMovie = new Int32Array(catalogue.length);
  for (const movie of movies) ofMovie[movie] = (ofMovie[movie] as number) + 1;
  const ratings = new Map<string, number>();
  for (const [movie, { genres }] of catalogue.entries())
    for (const genre of new Set(genres)) ratings.set(genre, (ratings.get(genre) ?? 0) + (ofMovie[movie] as number));
  if (ratings.size === 0) return null;
  const names = [...ratings.keys()].sort((a, b) => (ratings.get(b) as number) - (ratings.get(a) as number) || (a < b ? -1 : 1));
  const places = new Map(names.map((name, place) => [name, place]));
  const offsets = new Int32Array(catalogue.length + 1);
  const members: number[] = [];
  for (const [movie, { genres }] of catalogue.entries()) {
    for (const genre of new Set(genres)) members.push(places.get(genre) as number);
    offsets[movie + 1] = members.length;
  }
  return {
    name: 'genre',
    of: 'movie',
    counts: 'ratings',
    bins: names.map(category),
    offsets,
    members: Uint16Array.from(members),
  };
}

export function categoryDimension(name: DimensionName, { labels, codes }: CategoricalColumn): EntityDimension {
  return { name, of: 'user', counts: 'ratings', bins: labels.map(category), ...single(codes) };
}

const category = (label: string, place: number): Bin => ({ label, from: place, to: place });
