// @ts-check
/** @typedef {{ elapsed: number, work: number }} Work in milliseconds: until it is drawn, and of that what the page's thread computed */
/** @typedef {(act: () => Promise<number>) => Promise<Work>} Timed `act` answers how long it took */

/**
 * Takes the time of what is done in a page, with the work of its thread apart: on a busy machine the rest is waiting.
 *
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Timed>}
 */
export async function timePage(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const soFar = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  return async (act) => {
    const before = await soFar();
    const elapsed = await act();
    return { elapsed, work: (await soFar()) - before };
  };
}
