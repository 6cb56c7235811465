import { expect, test } from './fixtures.ts';
import { Notebook } from './notebook.ts';

test('after a run the page says how good it is and why, and a button sets what it proposes; the first user is explained', async ({
  page,
}) => {
  const notebook = new Notebook(page);
  await notebook.open('#epochs=2');
  const [train, recommend] = [notebook.cell('train'), notebook.cell('recommend')];
  await expect(recommend).toContainText(/Shown first because this taste is easy to read: \d+ ratings, .+ stars on average/);
  await notebook.train();
  await expect(train).toContainText(/stars (better|worse) than user \+ movie bias|No better than user \+ movie bias/);
  await expect(train).toContainText('Too few steps: the last epoch still lowered the validation error');
  await train.getByRole('button', { name: 'Set epochs to 8' }).click();
  await expect(train.getByRole('textbox', { name: 'Epochs' })).toHaveValue('8');
  await notebook.expectStatus('train', 'stale');
  await expect(train.getByRole('button', { name: 'Try it: train again' })).toBeFocused();
});
