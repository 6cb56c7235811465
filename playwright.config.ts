import { defineConfig } from '@playwright/test';
import { findBrowser, findFirefox, findWebKit } from './scripts/find-browser.mjs';

const port = Number(process.env.MATINEE_E2E_PORT ?? 4273);
const parityPort = Number(process.env.MATINEE_PARITY_PORT ?? 4274);
const addressOf = (port: number) => `http://localhost:${port}/`;

// Looked for once: Playwright's workers inherit the variable. Without a browser on the machine Playwright takes its own.
process.env.MATINEE_BROWSER ??= findBrowser() ?? '';
const executablePath = process.env.MATINEE_BROWSER;

// The story is told in these as well, where they are installed.
process.env.MATINEE_FIREFOX ??= findFirefox() ?? '';
process.env.MATINEE_WEBKIT ??= findWebKit() ?? '';
const others = [...(process.env.MATINEE_FIREFOX ? ['firefox'] : []), ...(process.env.MATINEE_WEBKIT ? ['webkit'] : [])];

// Chromium refuses to run its sandbox as root.
const isRoot = process.getuid?.() === 0;

/** With each window Chromium loads two pages for what its address bar may show, in a process of their own. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** Playwright's own, since of several such lists only the last counts. */
const NOT_IN_TESTS = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];
const args = [...(isRoot ? ['--no-sandbox'] : []), `--disable-features=${[...NOT_IN_TESTS, ...ADDRESS_BAR].join()}`];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // More than the two cores: a test that waits for the page to be looked at again leaves its core idle.
  workers: 3,
  // Generous: a machine without a GPU draws WebGL on the processor that also trains.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try has failed.
  retries: 0,
  reporter: [['list'], ['json', { outputFile: process.env.MATINEE_E2E_REPORT ?? 'test-results/report.json' }]],
  use: {
    baseURL: addressOf(port),
    // Routes do not see what a service worker fetches; the specs of hosting allow it.
    serviceWorkers: 'block',
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args },
  },
  ...(process.env.MATINEE_FAULT_ROUNDS ? {} : { grepInvert: /@faults-only/ }),
  projects: [{ name: 'chromium' }, ...others.map((name) => ({ name, testDir: 'e2e/story' }))],
  webServer: [
    { command: `node scripts/serve.mjs --port ${port}`, url: addressOf(port), reuseExistingServer: false },
    {
      command: `node scripts/serve.mjs --port ${parityPort} --folder e2e/parity/dist`,
      url: addressOf(parityPort),
      reuseExistingServer: false,
    },
  ],
});
