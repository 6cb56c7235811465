import { expectFiveMovies } from './five-movies.ts';
import { expect, test } from './fixtures.ts';

for (const [model, hash] of [
  ['dot', '#engine=simd'],
  ['mlp', '#model=mlp&engine=simd'],
] as const) {
  test(`a first visit with ${model}: data, Train, curves, and the same five movies as in every browser`, async ({
    story,
  }, info) => {
    info.setTimeout(240_000);
    await story.open(hash);
    await story.expectText('data', '100,004');
    await story.picture(`${model}-ready`);
    await story.train(200_000);
    await story.expectShown({ cell: 'train', role: 'img', name: /^Line chart of RMSE \(stars\) by epoch/ });
    await expect
      .poll(() => story.evaluate((selector) => document.querySelectorAll(selector).length, '[data-cell="train"] [role=img] svg'))
      .toBeGreaterThan(0);
    const isolated = await story.evaluate(() => crossOriginIsolated, null);
    const engine = /WebAssembly SIMD, \d+ threads?/.exec(await story.text('train'))?.[0];
    console.info(`${info.project.name}: cross-origin isolated ${isolated}, ${engine}`);
    expect(isolated).toBe(true);

    const answers = await story.recommend([1, 15, 547]);
    await expectFiveMovies(model, answers, info);
    for (const { userId, movies } of answers) {
      await story.type(String(userId), { cell: 'recommend', name: 'User ID' });
      await story.expectText('recommend', `For user ${userId}`);
      const shown = await story.tickets();
      movies.forEach(({ title, predicted }, place) => {
        expect(shown[place]).toContain(title);
        expect(shown[place]).toContain(predicted.toFixed(2));
      });
    }
    await story.picture(`${model}-trained`);
  });
}
