/** What of a request decides whether the service worker answers it. */
export type Asked = Pick<Request, 'method' | 'url'>;

/**
 * Which file of the page a request asks for.
 *
 * @param scope the page's address, which ends with a slash
 * @returns the path relative to the page; undefined for whatever is not of this build or one before
 */
export function builtPath({ method, url }: Asked, scope: string, known: ReadonlySet<string>): string | undefined {
  const [address = ''] = url.split(/[?#]/, 1);
  if (method !== 'GET' || !address.startsWith(scope)) return undefined;
  const path = address.slice(scope.length);
  if (path === 'index.html') return '';
  // A page that is still open may ask for a part of the build before.
  return known.has(path) || path.startsWith('assets/') ? path : undefined;
}
