import { readFile } from 'node:fs/promises';
import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

const CELL = '[data-cell="take-away"]';

test('weights leave as a file and come back, and the notebook has every cell', async ({ page, context }) => {
  test.setTimeout(120_000);
  const notebook = new Notebook(page);
  const cell = notebook.cell('take-away');
  const download = async (name: string): Promise<string> => {
    const saved = page.waitForEvent('download');
    await notebook.press('take-away', name);
    return await (await saved).path();
  };
  await notebook.open('#epochs=1&listWeight=0&userFactors=8&movieFactors=8&seed=5');
  await expect(cell.getByRole('button', { name: 'Save .npz' })).toBeDisabled();
  await notebook.train();
  await expect(notebook.tickets).toHaveCount(5);
  const movies = await notebook.tickets.allInnerTexts();
  const file = await download('Save .safetensors');
  await expect(
    cell.getByRole('status').filter({ hasText: /^Saved as matinee-dot-run-\d+\.safetensors, 3\d\d KB\.$/ }),
  ).toBeVisible();
  const { cells } = JSON.parse(await readFile(await download('Save .ipynb'), 'utf8'));
  const headings = cells
    .map(({ source }: { source: string[] }) => source[0]?.trim())
    .filter((line?: string) => line?.startsWith('## '));
  expect(headings).toEqual([
    '## Random numbers',
    '## Data',
    '## Split',
    '## Model',
    '## Train',
    '## Recommend',
    '## Evaluate',
    '## Weights of the page',
  ]);
  expect(JSON.stringify(cells)).toContain('$$');

  const other = new Notebook(await context.newPage());
  await other.open();
  await other
    .cell('take-away')
    .locator('input[type=file]')
    .setInputFiles({ name: 'broken.npz', mimeType: '', buffer: Buffer.from('PK') });
  await expect(other.cell('take-away').getByRole('alert')).toContainText('The file is damaged or cut off.');
  await other.cell('take-away').locator('input[type=file]').setInputFiles(file);
  await expect(other.cell('take-away')).toContainText('are in use as run');
  await expect.poll(() => other.tickets.allInnerTexts()).toEqual(movies);
  for (const [width, theme] of [
    [1440, 'light'],
    [360, 'dark'],
  ] as const) {
    await other.page.setViewportSize({ width, height: 900 });
    await other.page.emulateMedia({ colorScheme: theme });
    await other.page.locator(CELL).screenshot({ path: `test-results/screens/take-away-${theme}-${width}.png` });
    expect(await violationsIn(other.page, CELL), theme).toEqual([]);
  }
});
