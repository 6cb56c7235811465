import { setTimeout } from 'node:timers/promises';
import { type BrowserContext, test as base, expect } from '@playwright/test';

export { expect };

/** What went wrong in the browser behind the test's back: in any page of the context and in its workers. */
export interface Problems {
  /** Hands over what has happened so far, for a test that provokes problems; whatever is left at the end fails the test. */
  take(): Promise<string[]>;
}

/** Playwright's `test`, which also fails on console errors, uncaught exceptions, policy violations and requests to other origins. */
export const test = base.extend<{ problems: Problems }>({
  problems: [
    async ({ context, baseURL }, use) => {
      const seen: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      watch(context, origin, (problem) => seen.push(problem));
      await reportPolicyViolations(context);
      const take = async (): Promise<string[]> => {
        await setTimeout(100); // What pages and workers log takes a moment to arrive.
        return seen.splice(0);
      };
      await use({ take });
      // A test may end while a worker's script is still on its way.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      expect(seen, 'problems in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

function watch(context: BrowserContext, origin: string, report: (problem: string) => void): void {
  context.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => report(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) report(`request to another origin: ${url.href}`);
  });
}

/** Runs in pages and in workers. */
function logViolations(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`policy: ${effectiveDirective} forbids ${blockedURI}`);
  });
}

/** Workers get the listener in front of their script: Playwright passes on what they log, but not what the browser logs of them. */
async function reportPolicyViolations(context: BrowserContext): Promise<void> {
  await context.addInitScript(logViolations);
  await context.route(/\/assets\/(worker|thread|downloader)-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${logViolations})();${await response.text()}` });
  });
}
