// @ts-check
/** The one place that says what the page may load. The static server sends it and vite.config.ts writes it into the built page. */

/** Directives that work in a <meta> element as well as in a header. `wasm-unsafe-eval` lets WebAssembly compile, but no script text. */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** For `<meta http-equiv="Content-Security-Policy">`: keeps the page safe on hosts that let nobody set headers. */
export const metaPolicy = DIRECTIVES.join('; ');

/** Cross-origin isolation, without which a browser gives no SharedArrayBuffer and hence no threads to share weights. */
export const isolationHeaders = Object.freeze({
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

/** For all but the responses below: a worker obeys the headers of its own script and not those of the page. */
export const securityHeaders = Object.freeze({
  // frame-ancestors is ignored in a <meta> element.
  'Content-Security-Policy': [...DIRECTIVES, "frame-ancestors 'none'"].join('; '),
  ...isolationHeaders,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

/** The script of the worker that fetches what the visitor asks for by address, and does nothing else. Vite's name. */
const DOWNLOADER = /^assets\/downloader-[\w-]{8}\.js$/;

const downloaderHeaders = Object.freeze({
  ...securityHeaders,
  'Content-Security-Policy': securityHeaders['Content-Security-Policy'].replace(
    "connect-src 'self'",
    "connect-src 'self' https:",
  ),
});

/**
 * The headers of a file. Neither the page nor the worker that trains can reach another origin; the downloader can.
 *
 * @param {string} name path below the root, with slashes
 */
export const headersFor = (name) => (DOWNLOADER.test(name) ? downloaderHeaders : securityHeaders);
