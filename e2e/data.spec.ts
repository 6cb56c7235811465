import { readFile } from 'node:fs/promises';
import type { Route } from '@playwright/test';
import JSZip from 'jszip';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

const ZIP = '**/data/ml-latest-small.zip';
const bundled = () => readFile(new URL('../public/data/ml-latest-small.zip', import.meta.url));

const zipWith = async (files: Record<string, string>): Promise<Buffer> => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return await zip.generateAsync({ type: 'nodebuffer' });
};

const answerWith = (body: () => Promise<Buffer>) => async (route: Route) => route.fulfill({ body: await body() });

const BAD: readonly (readonly [string, (route: Route) => Promise<void>, RegExp])[] = [
  ['a missing file', (route) => route.fulfill({ status: 404 }), /did not arrive\. This page’s server answered with status 404/],
  ['no connection', (route) => route.abort(), /This page’s server did not answer\./],
  ['an empty file', answerWith(async () => Buffer.alloc(0)), /empty/],
  ['a truncated file', answerWith(async () => (await bundled()).subarray(0, 300_000)), /cut off or damaged/],
  ['a file that is no zip', answerWith(async () => Buffer.from('<html>hello</html>')), /not a zip/],
  ['a zip without ratings', answerWith(() => zipWith({ 'notes.txt': 'hi' })), /SHA-256 differs/],
  [
    'another zip of ratings',
    answerWith(() => zipWith({ 'ratings.csv': 'userId,movieId,rating,timestamp\n1,1,5,1\n' })),
    /SHA-256 differs/,
  ],
];

test('whatever comes instead of the data: a clear sentence in the Data cell, and Retry asks anew until it is mended', async ({
  page,
  context,
  problems,
}) => {
  const notebook = new Notebook(page);
  const data = notebook.cell('data');
  const train = notebook.cell('train').getByRole('button', { name: 'Train' });
  let asked = 0;
  await context.route(ZIP, async (route) => {
    const [, answer] = BAD[asked++] ?? [];
    await (answer ? answer(route) : route.continue());
  });
  await notebook.goto();
  for (const [at, [name, , sentence]] of BAD.entries()) {
    await expect.poll(() => asked, name).toBe(at + 1);
    await notebook.expectStatus('data', 'failed');
    await expect(data.getByRole('alert'), name).toContainText(sentence);
    await expect(train).toBeDisabled();
    await notebook.setNumber('model', 'User embedding size', `${7 + at}`);
    await notebook.press('data', 'Retry');
  }
  await notebook.expectStatus('data', 'done');
  await expect(train).toBeEnabled();
  await expect(data).toContainText('100,004');
  await problems.take(); // The browser logs the failed requests itself.
});
