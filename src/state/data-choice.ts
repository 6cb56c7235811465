import type { Answers, DataOrigin, DataSource } from '../core/data-source.ts';
import type { DataSetInfo, Kept, KeptData } from '../core/kept-files.ts';
import { releaseNamed, releaseOf, urlOf } from '../core/releases.ts';
import { parseSynthetic, type SyntheticName } from '../core/synthetic-shape.ts';
import type { PageUrls } from './page-urls.ts';

/** Data sets that an address can name. */
export type NamedData = 'bundled' | 'ml-1m' | SyntheticName;

/** What an address says of the data: its name, or that there was a file, which is on one machine only. */
export type AddressedData = NamedData | 'file';

/** A file at an address. */
export interface UrlChoice {
  readonly kind: 'url';
  readonly url: string;
}

/** A file that the browser keeps. */
export type KeptChoice = { readonly kind: 'kept' } & DataSetInfo & Pick<Kept, 'id'>;

/** What can be chosen: a named data set, a file of the visitor's, or a file from elsewhere. */
export type DataChoice = NamedData | File | UrlChoice | KeptChoice;

/** The entries of the menu of sources. */
export type SourceName = 'bundled' | 'ml-1m' | 'synthetic' | 'url' | 'file';

export const ML_1M = releaseNamed('ml-1m');

/** Where the choice comes from. */
export function sourceOf(choice: DataChoice, urls: PageUrls, answers: Answers = {}): DataSource {
  if (choice instanceof File) return { kind: 'file', file: choice, ...answers };
  if (typeof choice === 'object') {
    if (choice.kind === 'kept') return { kind: 'kept', id: choice.id, ...answers };
    return { kind: 'url', url: choice.url, pageUrl: urls.page, ...answers };
  }
  if (choice === 'bundled') return { kind: 'bundled', url: urls.bundled };
  if (choice === 'ml-1m') return { kind: 'url', url: urlOf(ML_1M), pageUrl: urls.page, ...answers };
  const synthetic = parseSynthetic(choice);
  if (synthetic === null) throw new RangeError(`“${choice}” names no data`);
  return { kind: 'synthetic', ...synthetic };
}

/** The entry of the menu under which a choice is found. */
export function sourceNameOf(choice: DataChoice): SourceName {
  if (typeof choice === 'string') return choice === 'bundled' || choice === 'ml-1m' ? choice : 'synthetic';
  if (choice instanceof File) return 'file';
  if (choice.kind === 'url') return 'url';
  if (releaseOf(choice.sha256) === ML_1M) return 'ml-1m';
  return choice.url === null ? 'file' : 'url';
}

/** The address that a choice is fetched from, outside of this page; null where it is not. */
export function addressOf(choice: DataChoice): string | null {
  if (choice === 'ml-1m') return urlOf(ML_1M);
  return typeof choice === 'object' && 'kind' in choice && choice.kind === 'url' ? choice.url : null;
}

/** The choice that gives these ratings again, as far as it needs neither the visitor nor a download; null where it does. */
export function choiceOf({ kind, synthetic, sha256, added }: DataOrigin, kept: KeptData['sets']): DataChoice | null {
  if (added) return null;
  if (kind === 'bundled') return kind;
  if (kind === 'synthetic') return synthetic ?? null;
  const found = kept.find((set) => sha256 !== null && set.sha256 === sha256);
  return found ? { kind: 'kept', ...found } : null;
}

/** What the address says of a choice. */
export const nameOf = (choice: DataChoice): AddressedData => {
  if (typeof choice === 'string') return choice;
  return sourceNameOf(choice) === 'ml-1m' ? 'ml-1m' : 'file';
};

/** The name that a text in an address stands for; null where it is none. */
export function parseNamedData(text: string): NamedData | null {
  if (text === 'bundled' || text === 'ml-1m') return text;
  return parseSynthetic(text) === null ? null : (text as SyntheticName);
}
