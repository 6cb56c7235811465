// @ts-check
import { once } from 'node:events';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { createStaticServer } from '../../scripts/server/static-server.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * Serves a folder, opens a headless browser on it, and closes both when the work is over, however it ends.
 *
 * @template Result
 * @param {{ folder: string, isolated: boolean, webgpu?: boolean }} place a built page; `isolated`: with the headers without which a page
 *   gets no threads; `webgpu`: with WebGPU even where only software offers it
 * @param {(opened: { page: Page, browser: Browser, address: string }) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withPage({ folder, isolated, webgpu = false }, work) {
  const server = await createStaticServer(folder).catch(() => {
    throw new Error(`There is no built page in ${folder}: run \`npm run build\` first.`);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await launch(webgpu).catch((error) => {
    server.close();
    throw error;
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    if (!isolated) await dropIsolation(page);
    return await work({ page, browser, address: `http://localhost:${port}/` });
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** @param {boolean} webgpu */
async function launch(webgpu) {
  const executablePath = findBrowser();
  // Chromium refuses to run its sandbox as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = webgpu ? [...sandbox, '--enable-unsafe-webgpu'] : sandbox;
  return await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
}

/** The document as a host serves it that lets nobody set headers. @param {Page} page */
async function dropIsolation(page) {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return await route.continue();
    const response = await route.fetch();
    const { 'cross-origin-opener-policy': _, 'cross-origin-embedder-policy': __, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}
