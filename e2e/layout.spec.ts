import { violationsIn } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('outline and curve stay in view, and the masthead leads on', async ({ page }) => {
  const notebook = new Notebook(page);
  const masthead = page.locator('main > header');
  const outline = page.getByRole('navigation', { name: 'Cells' });
  const heading = notebook.cell('recommend').getByRole('heading', { name: 'Recommend' });
  await notebook.open('#epochs=3&userFactors=8&movieFactors=8');
  await masthead.getByRole('button', { name: 'Train' }).click();
  await notebook.expectStatus('recommend', 'done', 60_000);
  await expect(masthead).toContainText(
    /Dot product, trained on 90,004 ratings of MovieLens.*: on 10,000 held-out ratings it is typically wrong by/,
  );
  await page.setViewportSize({ width: 360, height: 760 });
  await masthead.getByRole('button', { name: 'See the five movies' }).click();
  await expect(heading).toBeFocused();
  await expect(outline.getByRole('button', { name: /^Recommend/ })).toHaveAttribute('aria-current', 'true');
  await expect(outline.getByRole('button', { name: /^Recommend/ })).toBeInViewport({ ratio: 1 });
  const strip = await outline.boundingBox();
  expect(strip).toMatchObject({ y: 0 });
  expect(strip?.height).toBeLessThanOrEqual(48);
  expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual(strip?.height ?? 0);
  await expect(masthead.getByRole('button')).toHaveText('Change a setting');
  await page.setViewportSize({ width: 1200, height: 800 });
  await notebook.cell('train').getByRole('slider', { name: 'Batch size' }).scrollIntoViewIfNeeded();
  await expect(notebook.cell('train').getByRole('img', { name: /^Line chart of RMSE/ })).toBeInViewport({ ratio: 1 });
  await expect(outline).toBeInViewport({ ratio: 1 });
});

test('projector mode has the curve and its controls, by keys alone', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=3&userFactors=8&movieFactors=8');
  await page.keyboard.press('Alt+p');
  const projector = page.getByRole('dialog', { name: 'Projector mode' });
  await expect(projector.getByRole('button', { name: 'Train' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(projector.getByRole('img', { name: /Line chart/ }).locator('svg')).toBeVisible({ timeout: 60_000 });
  await projector.getByRole('slider', { name: 'Learning rate' }).press('ArrowRight');
  await expect(projector.getByText('Trained with learning rate')).toBeVisible();
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await projector.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await violationsIn(page, 'dialog')).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(projector).toBeHidden();
});

test('what stands below the buttons of a run stays where it is', async ({ page }) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=100&userFactors=8&movieFactors=8');
  const train = notebook.cell('train');
  await train.getByRole('radio', { name: 'One epoch a second' }).check();
  const heights = async (): Promise<readonly number[]> => {
    const all: number[] = [];
    for (const width of [360, 768, 1000, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const [first, pace] = [
        train.getByRole('button', { name: /^(Train|Pause|Resume)$/ }),
        train.getByRole('group', { name: 'Pace of the run' }),
      ];
      const tops = await Promise.all([first, pace].map(async (each) => (await each.boundingBox())?.y ?? 0));
      all.push(Math.round((tops[1] as number) - (tops[0] as number)));
    }
    return all;
  };
  const idle = await heights();
  await notebook.press('train', 'Train');
  await notebook.expectStatus('train', 'running');
  expect(await heights()).toEqual(idle);
  await notebook.press('train', 'Pause');
  await notebook.expectStatus('train', 'paused');
  await expect(train).toContainText('Paused');
  expect(await heights()).toEqual(idle);
});
