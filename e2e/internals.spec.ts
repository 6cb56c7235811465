import type { Locator } from '@playwright/test';
import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';
import { mismatch, valueOfTex } from './tex-value.ts';

/** The formulas of a figure, as the TeX that they were set from. */
async function formulasOf(figure: Locator): Promise<string[]> {
  await expect(figure.locator('annotation').first()).toBeAttached();
  return await figure.locator('annotation').allTextContents();
}

function expectToAddUp(tex: string): void {
  expect(mismatch(tex), tex).toBeLessThanOrEqual(1);
}

test('one rating is followed through a step, and its numbers add up', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=100&batchSize=512&engine=simd&optimizer=adam');
  await notebook.press('train', 'Train');
  await notebook.expectStatus('train', 'running');
  await notebook.press('train', 'Pause');
  await notebook.expectStatus('train', 'paused');
  await notebook.press('train', 'Follow one rating');
  const train = notebook.cell('train');
  await notebook.press('train', 'A rating of the next batch');
  await expect(train).toContainText('the next step learns from it');
  const way = train.getByRole('figure').filter({ hasText: /predicted [\d.−-]+ stars, rated/ });
  const prediction = ((await formulasOf(way))[0] as string).split(', \\qquad ');
  for (const tex of prediction) expectToAddUp(tex);

  await page.keyboard.press('Alt+Enter');
  const step = train.getByRole('figure').filter({ hasText: /Step \d+, worked out/ });
  await expect(step).toContainText('This rating');
  await expect(train).toContainText('The last step learned from this rating.');
  await expect(step.locator('annotation')).toHaveCount(5);
  const [gradient = '', m = '', v = '', change = '', after = ''] = await formulasOf(step);
  expect(gradient).toContain('this rating');
  for (const tex of [gradient, m, v, change, after]) expectToAddUp(tex);
  const g = valueOfTex(gradient.split(' = ').at(-1) as string);
  expect(m).toContain(`0.1 \\cdot ${g < 0 ? '(' : ''}${gradient.split(' = ').at(-1)}`);

  // Of the users a step's list looks at some, of the movies at all.
  await expect(step).toContainText(/the list compared 9,066 movies for \d+ users/);
  await step.getByRole('combobox', { name: 'Numbers of' }).selectOption('Movie factors');
  await expect(step.locator('annotation').first()).toContainText('the list, with its L2');
  const ofMovie = await formulasOf(step);
  expect(ofMovie).toHaveLength(5);
  for (const tex of ofMovie) expectToAddUp(tex);

  await notebook.press('train', 'Weights and gradients');
  await notebook.press('train', 'Measure');
  await expect(train.getByRole('img', { name: /^Histogram of weights: 33550 numbers from/ })).toBeVisible();
  await expect(train.getByRole('img', { name: /^Histogram of gradient of the [\d,]+ rows read/ })).toHaveCount(5);

  expect(await violationsIn(page, '[data-cell="train"]')).toEqual([]);
  await train.getByRole('textbox', { name: 'Watched user' }).fill('999999');
  await page.keyboard.press('Enter');
  await expect(train.getByRole('alert')).toContainText('There is no user 999999.');
  await notebook.press('train', 'Watch another rating');
  await expect(way).toBeVisible();
});
