/**
 * Stands in for the package `glamor` (an alias in vite.config.ts). tfjs-vis styles its visor with it, which Matinee does not
 * show; the real one adds an inline style sheet as soon as it is imported, and the Content-Security-Policy forbids those.
 */
export function css(): string {
  return '';
}
