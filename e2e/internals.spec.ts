import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

/** The formulas of a figure, as the TeX that they were set from. */
async function formulasOf(figure: Locator): Promise<string[]> {
  await expect(figure.locator('annotation').first()).toBeAttached();
  return await figure.locator('annotation').allTextContents();
}

/** What TeX made of numbers alone comes to. */
function evaluate(tex: string): number {
  const script = tex
    .replace(/\\cdot 10\^\{(-?\d+)\}/g, '* 1e$1')
    .replace(/_\{\\text\{[^}]*\}\}/g, '')
    .replaceAll('\\underbrace', '')
    .replace(/\\t?frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, '(($1)/($2))')
    .replace(/\\sqrt\{([^{}]*)\}/g, 'Math.sqrt($1)')
    .replaceAll('\\cdot', '*')
    .replace(/\\left|\\right/g, '')
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replace(/(\([^()]*\)|[\d.]+)\^2/g, '(($1)*($1))');
  if (!/^[\d\s.e()+*/Mathsqr-]*$/.test(script)) throw new Error(`Not numbers alone: ${tex}`);
  return new Function(`return ${script}`)() as number;
}

/** The terms of a sum, without what stands in brackets. */
function addendsOf(tex: string): readonly string[] {
  const terms = [''];
  let depth = 0;
  for (const part of tex.split(/(?<=[{}()])|(?=[{}()])|( [+-] )/).filter(Boolean)) {
    if (/[{(]$/.test(part)) depth++;
    if (/^[})]/.test(part)) depth--;
    if (depth === 0 && /^ [+-] $/.test(part)) terms.push('');
    else terms[terms.length - 1] += part;
  }
  return terms;
}

/** Checks that the last two sides of an equation agree as far as four digits of each term can tell. */
function expectToAddUp(tex: string): void {
  const [worked = '', result = ''] = (tex.split(', \\q')[0] as string).split(' = ').slice(-2);
  const sizes = addendsOf(worked).map((term) => Math.abs(evaluate(term)));
  const allowed = 2e-3 * sizes.reduce((sum, size) => sum + size, 0);
  expect(Math.abs(evaluate(worked) - evaluate(result)), tex).toBeLessThanOrEqual(allowed);
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

  await notebook.press('train', 'Next step');
  const step = train.getByRole('figure').filter({ hasText: /Step \d+, worked out/ });
  await expect(step).toContainText('This rating');
  await expect(train).toContainText('The last step learned from this rating.');
  await expect(step.locator('annotation')).toHaveCount(5);
  const [gradient = '', m = '', v = '', change = '', after = ''] = await formulasOf(step);
  expect(gradient).toContain('this rating');
  for (const tex of [gradient, m, v, change, after]) expectToAddUp(tex);
  const g = evaluate(gradient.split(' = ').at(-1) as string);
  expect(m).toContain(`0.1 \\cdot ${g < 0 ? '(' : ''}${gradient.split(' = ').at(-1)}`);

  await notebook.press('train', 'Weights and gradients');
  await notebook.press('train', 'Measure');
  await expect(train.getByRole('img', { name: /^Histogram of weights: 33550 numbers from/ })).toBeVisible();
  await expect(train.getByRole('img', { name: /^Histogram of gradient of the \d+ rows read/ })).toHaveCount(4);

  const { violations } = await new AxeBuilder({ page }).include('[data-cell="train"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await train.getByRole('textbox', { name: 'Watched user' }).fill('999999');
  await page.keyboard.press('Enter');
  await expect(train.getByRole('alert')).toContainText('There is no user 999999.');
  await notebook.press('train', 'Watch another rating');
  await expect(way).toBeVisible();
});
