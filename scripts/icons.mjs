// @ts-check
/** Draws the icons of the installed page, public/icons/, from public/favicon.svg: `node scripts/icons.mjs`. */
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';

/** A maskable icon is cut to any shape: its background fills the square and its drawing keeps to the middle. */
const ICONS = [
  { name: 'icon-192', size: 192, share: 1, background: 'transparent' },
  { name: 'icon-512', size: 512, share: 1, background: 'transparent' },
  { name: 'maskable-512', size: 512, share: 0.7, background: '#241a06' },
];

const image = `data:image/svg+xml;base64,${(await readFile('public/favicon.svg')).toString('base64')}`;
const executablePath = findBrowser();
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
await mkdir('public/icons', { recursive: true });
for (const { name, size, share, background } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const style = `margin: 0; height: 100vh; display: grid; place-items: center; background: ${background}`;
  await page.setContent(`<body style="${style}"><img width="${size * share}" src="${image}" alt=""></body>`);
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
}
await browser.close();
