// @ts-check
/**
 * Serves the built page: `node scripts/serve.mjs [--port 4173] [--folder dist]`. Nothing but Node, so that what starts the page needs no package
 * that could break or be hijacked; `vite preview` neither compresses nor keeps hashed files in the browser's cache.
 */
import { parseArgs } from 'node:util';
import { parsePort, serveBuild } from './server/serve-build.mjs';

try {
  const { values } = parseArgs({ options: { port: { type: 'string' }, folder: { type: 'string' } } });
  console.log(`Matinee is at ${await serveBuild(parsePort(values.port), values.folder)}`);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
