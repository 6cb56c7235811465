import type { BrowserContext, Page, Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { csvZip, datZip, Sources } from './sources.ts';

const FORWARDED = '**/grouplens/ml-1m.zip';
const DIRECT = 'https://files.grouplens.org/datasets/movielens/ml-1m.zip';
const ELSEWHERE = 'https://ratings.example/own.zip';
const CORS = { 'access-control-allow-origin': '*' };
/** Playwright permits all others where nothing is said. */
const NO_CORS = { 'access-control-allow-origin': 'https://other.example' };

const EXPIRED = {
  status: 502,
  contentType: 'application/json',
  body: JSON.stringify({ reason: 'certificate-expired', message: 'The certificate of GroupLens’ server has expired.' }),
};

/** The page with the ways to ratings from elsewhere. No byte of MovieLens 1M is needed: a zip in its layout stands in. */
class Downloads extends Sources {
  async choose(name: string): Promise<void> {
    await this.cell('data').getByRole('radio', { name }).check();
  }

  async downloadMl1m(): Promise<void> {
    await this.choose('MovieLens 1M');
    await this.press('data', /^(Agree and download|Download) \(5\.9 MB\)$/);
  }

  /** Past the sentence that the stand-in is not the release that is known. */
  async useAnyway(): Promise<void> {
    await expect(this.alert).toContainText('This is not the known MovieLens 1M: its SHA-256 is');
    await this.press('data', 'Use it anyway');
    await this.expectStatus('data', 'done');
  }

  async fetchFrom(url: string): Promise<void> {
    await this.choose('From a URL');
    await this.cell('data').getByRole('textbox', { name: 'Address of a zip or ratings file' }).fill(url);
    await this.press('data', /[Ff]etch$/);
  }

  get alert() {
    return this.cell('data').getByRole('alert');
  }

  get kept() {
    return this.cell('data').getByRole('region', { name: 'Kept in this browser' });
  }
}

async function openAt(page: Page, hash = ''): Promise<Downloads> {
  const notebook = new Downloads(page);
  await notebook.open(hash);
  return notebook;
}

/** Answers with the stand-in and counts how often. */
async function serve(context: BrowserContext, url: string, headers = {}): Promise<() => number> {
  const body = await datZip();
  let times = 0;
  await context.route(url, async (route) => {
    times++;
    await route.fulfill({ body, contentType: 'application/zip', headers });
  });
  return () => times;
}

test('MovieLens 1M: terms first, fetched by the forwarding server, hash checked, used at will, there offline, deleted', async ({
  page,
  context,
  problems,
}) => {
  const times = await serve(context, FORWARDED);
  const notebook = await openAt(page);
  await notebook.choose('MovieLens 1M');
  const terms = notebook.cell('data').getByRole('region', { name: 'Terms of use' });
  await expect(terms).toContainText('may not redistribute the data without separate permission');
  await expect(terms).toContainText('Harper and Joseph A. Konstan');
  expect(times()).toBe(0);
  await notebook.press('data', 'Agree and download (5.9 MB)');
  await notebook.useAnyway();
  expect(times()).toBe(1);
  await expect(notebook.provenance).toContainText('ml-1m.zip from files.grouplens.org');
  await expect(notebook.provenance).toContainText(/fetched \d+ \w+ 20\d\d/);
  await expect(notebook.kept).toContainText('ml-1m.zip');
  await expect(notebook.kept).toContainText(/This page takes .* that the browser allows it/);
  // The address, which a reload goes by, follows a moment later.
  await expect(page).toHaveURL(/#data=(file|ml-1m)/);
  await page.reload();
  await notebook.expectStatus('data', 'done');
  // Parts of the page that come after the ratings: their absence has a test elsewhere.
  await expect(notebook.cell('model').locator('math').first()).toBeVisible();
  await expect(page.locator('[data-pending]')).toHaveCount(0);
  // So do those that read a file that is no known release, as this one is.
  await notebook.press('data', 'Open ml-1m.zip');
  await expect(notebook.cell('data')).toContainText('IDs 100 to 139');
  await notebook.choose('MovieLens Latest Small');
  await expect(notebook.cell('data')).toContainText('IDs 1 to 671');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await notebook.press('data', 'Open ml-1m.zip');
  await expect(notebook.cell('data')).toContainText('IDs 100 to 139');
  await expect(notebook.provenance).toContainText('ml-1m.zip from files.grouplens.org');
  expect(times()).toBe(1);
  await context.setOffline(false);
  // An engine may be on its way that long.
  expect(
    (await problems.take()).filter((problem) => !/ERR_INTERNET_DISCONNECTED|A network error occurred/.test(problem)),
  ).toEqual([]);
  await notebook.train();
  await expect(notebook.tickets.first()).toContainText(/Les Misérables \d+/);

  await notebook.press('data', 'Delete ml-1m.zip');
  await expect(notebook.kept).toBeHidden();
  await page.reload();
  await notebook.choose('MovieLens 1M');
  await expect(notebook.cell('data').getByRole('button', { name: 'Download (5.9 MB)' })).toBeVisible();
  await expect(terms).toBeHidden();
  await expect(notebook.kept).toBeHidden();
});

test('where this server does not forward, GroupLens is asked directly', async ({ page, context, problems }) => {
  await context.route(FORWARDED, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'not here' }));
  const times = await serve(context, DIRECT, CORS);
  const notebook = await openAt(page);
  await notebook.downloadMl1m();
  await notebook.useAnyway();
  expect(times()).toBe(1);
  expect((await problems.take()).filter((problem) => problem.startsWith('policy'))).toEqual([]);
});

test('where both ways fail, both reasons, the plain link and Retry are there', async ({ page, context, problems }) => {
  await context.route(FORWARDED, (route) => route.fulfill(EXPIRED));
  await serve(context, DIRECT, NO_CORS);
  const notebook = await openAt(page);
  await notebook.downloadMl1m();
  await expect(notebook.alert).toContainText('This page’s server reports: The certificate of GroupLens’ server has expired.');
  await expect(notebook.alert).toContainText('Then directly: The browser got no readable answer from GroupLens');
  await expect(notebook.alert).toContainText('MovieLens Latest Small (2016) is still loaded.');
  const link = notebook.alert.getByRole('link', { name: 'Download ml-1m.zip from GroupLens' });
  await expect(link).toHaveAttribute('href', DIRECT);
  await notebook.pick('ml-1m.zip', await datZip());
  await expect(notebook.cell('data')).toContainText('IDs 100 to 139');
  await problems.take(); // The browser logs the failed requests itself.
});

test('a download shows its bytes and can be cancelled half-way', async ({ page, context }) => {
  const held: Route[] = [];
  await context.route(FORWARDED, (route) => void held.push(route));
  const notebook = await openAt(page, '#epochs=1');
  await notebook.downloadMl1m();
  await expect(notebook.cell('data').getByRole('list', { name: 'Loading the data' })).toContainText('Downloading');
  await expect.poll(() => held.length).toBe(1);
  await notebook.press('data', 'Cancel');
  await notebook.expectStatus('data', 'done');
  await expect(notebook.provenance).toContainText('MovieLens Latest Small (2016)');
  await expect(notebook.alert).toBeHidden();
  await notebook.train();
});

test('an address that asks for MovieLens 1M fetches nothing unasked, and opens the kept copy later', async ({
  page,
  context,
}) => {
  const times = await serve(context, FORWARDED);
  const notebook = await openAt(page, '#data=ml-1m&epochs=1');
  await expect(notebook.cell('data')).toContainText('The address asks for MovieLens 1M, which this browser does not have yet.');
  await expect(notebook.provenance).toContainText('MovieLens Latest Small (2016)');
  await expect(page).toHaveURL(/#data=ml-1m&epochs=1/);
  expect(times()).toBe(0);
  await notebook.choose('MovieLens Latest Small');
  await expect(page).not.toHaveURL(/data=/);
});

test('a file from any host that allows it is fetched, kept and opened', async ({ page, context, problems }) => {
  const body = await csvZip();
  await context.route(ELSEWHERE, (route) => route.fulfill({ body, headers: CORS }));
  const notebook = await openAt(page);
  await notebook.fetchFrom(ELSEWHERE);
  await expect(notebook.provenance).toContainText('own.zip from ratings.example');
  await expect(notebook.cell('data')).toContainText('IDs 100 to 139');
  await notebook.press('data', 'Keep my files');
  await expect(notebook.kept).toContainText('own.zip');
  await expect(page).not.toHaveURL(/ratings\.example/);
  expect(await problems.take()).toEqual([`request to another origin: ${ELSEWHERE}`]);
});

const html = { contentType: 'text/html', body: '<h1>Sign in', headers: CORS };

const BAD: readonly (readonly [string, string, ((route: Route) => Promise<void>) | null, RegExp])[] = [
  ['no address', 'own.zip', null, /“own\.zip” is not an address\./],
  ['http', 'http://ratings.example/own.zip', null, /begin with http:\/\/ are not safe/],
  [
    'no permission',
    ELSEWHERE,
    (route) => route.fulfill({ body: 'PK', headers: NO_CORS }),
    /no readable answer from ratings\.example.*\(CORS\)/,
  ],
  ['404', ELSEWHERE, (route) => route.fulfill({ status: 404, headers: CORS }), /ratings\.example answered with status 404/],
  ['a page', ELSEWHERE, (route) => route.fulfill(html), /answered with a web page instead of a file/],
  [
    'a photo',
    ELSEWHERE,
    (route) => route.fulfill({ body: '\xff\xd8\xff', headers: CORS }),
    /neither a zip nor a file of ratings/,
  ],
];

test('from a URL, what cannot be used is said, and what was loaded before stays', async ({ page, context, problems }) => {
  const notebook = await openAt(page);
  for (const [, url, answer, sentence] of BAD) {
    if (answer) await context.route(url, answer);
    await notebook.fetchFrom(url);
    await expect(notebook.alert).toContainText(sentence);
    await expect(notebook.alert).toContainText('MovieLens Latest Small (2016) is still loaded.');
    if (answer) await context.unroute(url, answer);
  }
  await problems.take(); // The browser logs the failed requests itself.
});

test('the page itself and the lab cannot reach another origin', async ({ page, problems }) => {
  await openAt(page);
  const reached = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    ELSEWHERE,
  );
  expect(reached).toBe(false);
  await expect.poll(async () => (await problems.take()).join()).toContain('policy: connect-src forbids');
});

test('without storage everything else works, and the cell says so', async ({ page }) => {
  await page.route(/\/assets\/worker-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    const deny = 'indexedDB.open = () => { throw new DOMException("denied", "SecurityError"); };';
    await route.fulfill({ response, body: `${deny}${await response.text()}` });
  });
  const notebook = await openAt(page);
  await notebook.pick('own.zip', await csvZip());
  await expect(notebook.provenance).toContainText('own.zip');
  await expect(notebook.kept).toContainText('The browser keeps no files for this page (denied).');
});

test('columns that nobody can guess are asked for, and the answer is remembered with the kept file', async ({ page }) => {
  const notebook = await openAt(page);
  const lines = Array.from({ length: 300 }, (_, at) => `${1 + (at % 5)};w${at % 20};<b>v${Math.floor(at / 20)}</b>;9${at % 7}`);
  await notebook.pick('odd.csv', Buffer.from(`alpha;beta;gamma;delta\n${lines.join('\n')}\n`));
  const form = notebook.cell('data').getByRole('region', { name: 'Which column holds what' });
  await expect(form.getByRole('region', { name: 'The first rows' })).toContainText('<b>v0</b>');
  for (const [label, column] of [
    ['User', 'beta'],
    ['Movie or item', 'gamma'],
    ['Rating', 'alpha'],
    ['Time', 'None'],
    ['Title', 'None'],
  ] as const) {
    await form.getByRole('combobox', { name: label, exact: true }).selectOption({ label: column });
  }
  await notebook.press('data', 'Load with these columns');
  await notebook.expectStatus('data', 'done');
  await expect(notebook.provenance).toContainText('odd.csv');
  await expect(notebook.kept).toBeHidden();
  await notebook.press('data', 'Keep my files');
  await expect(notebook.kept).toContainText('odd.csv');
  // The address, which a reload goes by, follows a moment later.
  await expect(page).toHaveURL(/#data=file/);
  await page.reload();
  await expect(notebook.provenance).toContainText('odd.csv');
  await notebook.expectStatus('data', 'done');
});

test('synthetic ratings of any size are made, named by the address and made again', async ({ page }) => {
  const notebook = await openAt(page);
  await notebook.choose('Synthetic ratings');
  await notebook.setNumber('data', 'Users', '200');
  await notebook.setNumber('data', 'Movies', '300');
  await expect(notebook.cell('data').getByRole('button', { name: 'Make 1,000,209 ratings' })).toBeDisabled();
  await expect(notebook.cell('data')).toContainText('200 users and 300 movies have room for at most 15,000 ratings.');
  await notebook.setNumber('data', 'Ratings', '8000');
  await notebook.setNumber('data', 'Seed', '7');
  await notebook.press('data', 'Make 8,000 ratings');
  await expect(notebook.provenance).toContainText('Synthetic 8K, seed 7');
  await expect(page).toHaveURL(/#data=synthetic-200x300x8000-seed7/);
  await page.reload();
  await expect(notebook.provenance).toContainText('Synthetic 8K, seed 7');
});
