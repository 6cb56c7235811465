// @ts-check
/** `npm start`: installs and builds where needed, serves the page and opens it. `npm start -- --port 5000 --no-open`. */
import { requireNode } from './check-node.mjs';

requireNode();
// Not before: an old Node cannot even read these.
const [{ parseArgs }, { installPackages }, { buildPage }, { parsePort, serveBuild }, { openInBrowser }] = await Promise.all([
  import('node:util'),
  import('./setup/install.mjs'),
  import('./setup/build.mjs'),
  import('./server/serve-build.mjs'),
  import('./setup/open-in-browser.mjs'),
]);

try {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } } });
  const port = parsePort(values.port);
  await installPackages();
  await buildPage();
  const address = await serveBuild(port);
  console.log(`Matinee is at ${address} (Ctrl-C ends it).`);
  if (!values['no-open']) openInBrowser(address);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
