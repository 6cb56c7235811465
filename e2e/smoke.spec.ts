import { expect, test } from './fixtures.ts';

test('the page opens without a problem', async ({ page }) => {
  const response = await page.goto('./');
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page).toHaveTitle(/Matinee/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
});

test('the page is isolated, so that threads may share memory', async ({ page }) => {
  await page.goto('./');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('the policy forbids inline styles, inline scripts and other origins, and the suite notices', async ({ page, problems }) => {
  await page.goto('./');
  await page.evaluate(async () => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }));
    document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.escaped = true' }));
    await fetch('https://example.com/').catch(() => undefined);
  });
  expect(await page.evaluate(() => 'escaped' in window)).toBe(false);
  const seen = (await problems.take()).join('\n');
  for (const directive of ['style-src-elem', 'script-src-elem', 'connect-src']) expect(seen).toContain(`policy: ${directive}`);
});

test('the policy holds in the lab worker, and the suite notices', async ({ page, problems }) => {
  const started = page.waitForEvent('worker');
  await page.goto('./');
  const worker = await started;
  await worker.evaluate(() => fetch('https://example.com/').catch(() => undefined));
  await expect.poll(async () => (await problems.take()).join('\n')).toContain('policy: connect-src forbids https://example.com');
});
