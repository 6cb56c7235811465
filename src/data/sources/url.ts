import { LabError } from '../../core/errors.ts';
import { grouplensFile, releaseAt } from '../../core/releases.ts';
import { fetchElsewhere } from '../download/fetch-elsewhere.ts';
import { type FetchOptions, fetchFile, type Wanted } from '../download/fetch-file.ts';

type Fetch = (wanted: Wanted, options: FetchOptions) => Promise<File>;

/** How files are fetched from this page's own server and from others; tests bring their own. */
interface Ways {
  readonly here: Fetch;
  readonly elsewhere: Fetch;
}

export type UrlSource = (url: string, pageUrl: string, options: FetchOptions) => Promise<File>;

/**
 * Fetches the file at an address. What GroupLens has is asked for at `pageUrl`/grouplens/ first, which `npm start` forwards, then
 * directly. The file that came last is kept at hand until another is asked for: a question about it needs no second download.
 */
export function createUrlSource({ here, elsewhere }: Ways = { here: fetchFile, elsewhere: fetchElsewhere }): UrlSource {
  let last: { readonly url: string; readonly file: File } | null = null;
  return async (url, pageUrl, options) => {
    if (last?.url === url) return last.file;
    last = null;
    const { hostname, origin } = checkUrl(url, pageUrl);
    const name = nameOf(url);
    const isHere = origin === new URL(pageUrl).origin;
    const fetchIt = (): Promise<File> => (isHere ? here : elsewhere)({ url, name, from: hostname, isHere }, options);
    const file = grouplensFile(url) ? await forwarded(name, url, pageUrl, options) : await fetchIt();
    last = { url, file };
    return file;
  };

  async function forwarded(name: string, url: string, pageUrl: string, options: FetchOptions): Promise<File> {
    const path = new URL(`grouplens/${name}`, pageUrl).href;
    const first = await here({ url: path, name, from: 'This page’s server', isHere: true }, options).catch(asFailure);
    if (first instanceof File) return first;
    const second = await elsewhere({ url, name, from: 'GroupLens' }, options).catch(asFailure);
    if (second instanceof File) return second;
    const what = releaseAt(url)?.title ?? name;
    throw new LabError(
      'download-failed',
      `${what} did not arrive. ${first.message} Then directly: ${second.message}`,
      `Download ${name} yourself by the link, and open or drop it here.`,
    );
  }
}

/** Cancelling ends it all; what else went wrong may go another way. */
function asFailure(thrown: unknown): LabError {
  if (thrown instanceof LabError && thrown.code === 'download-failed') return thrown;
  throw thrown;
}

/** Throws a LabError of code `bad-url` for what is no address that a page may fetch. */
function checkUrl(text: string, pageUrl: string): URL {
  const bad = (message: string, remedy: string): LabError => new LabError('bad-url', message, remedy);
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (!URL.canParse(text)) throw bad(`“${shown}” is not an address.`, 'Give the whole address, beginning with https://.');
  const url = new URL(text);
  if (url.username || url.password) throw bad('The address has a password in it.', 'Use one that needs none.');
  if (url.protocol === 'https:' || url.origin === new URL(pageUrl).origin) return url;
  if (url.protocol === 'http:') {
    throw bad('Addresses that begin with http:// are not safe, and browsers keep pages from them.', 'Try it with https://.');
  }
  throw bad(`A page cannot fetch from ${url.protocol.slice(0, 20)} addresses.`, 'Give an address that begins with https://.');
}

/** The last part of the path. */
function nameOf(url: string): string {
  const part = new URL(url).pathname.split('/').at(-1) || 'ratings';
  try {
    return decodeURIComponent(part).replaceAll('/', ' ');
  } catch {
    return part;
  }
}

export const fetchFromUrl = createUrlSource();
