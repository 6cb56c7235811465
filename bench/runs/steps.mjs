// @ts-check
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ name: string, measure(page: Page, rounds: number): Promise<number[]> }} Step */

const CELL = '[data-cell="runs"]';
const TABLE = `${CELL} table[aria-label="Runs"]`;

/**
 * A step that is done and timed in the page: `act` does it, and is over when `seen` answers something else than before.
 *
 * @param {string} name
 * @param {string} act an expression, with `round` in it and `$` to find an element of the cell
 * @param {string} seen an expression
 * @returns {Step}
 */
const step = (name, act, seen) => ({
  name,
  async measure(page, rounds) {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      times.push(await page.evaluate(inPage(act, seen, round)));
      await page.waitForTimeout(150);
    }
    return times;
  },
});

/** @param {string} act @param {string} seen @param {number} round */
const inPage = (act, seen, round) => `(async () => {
  const round = ${round};
  const $ = (selector) => document.querySelector('${CELL} ' + selector);
  const byText = (selector, text) => [...document.querySelectorAll('${CELL} ' + selector)].find((one) => one.textContent.includes(text));
  const type = (input, value) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value').set.call(input, value);
    input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  };
  const point = (element, kind, x, y) => element.dispatchEvent(new PointerEvent(kind, { bubbles: true, clientX: x, clientY: y, pointerId: 1, button: 0 }));
  const seen = () => String(${seen});
  const before = seen();
  const start = performance.now();
  ${act};
  while (seen() === before) {
    if (performance.now() - start > 5000) throw new Error('Nothing came of it: ' + before);
    await new Promise((resolve) => setTimeout(resolve));
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
})()`;

const FIRST_ROW = `document.querySelector('${TABLE} tbody th')?.textContent`;
const ROWS = `document.querySelector('${TABLE}')?.ariaRowCount`;
const COLUMNS = `document.querySelector('${TABLE}')?.ariaColCount`;
const SORT = `document.querySelector('${TABLE} [aria-sort]:not([aria-sort=none])')?.ariaSort`;

/** @type {readonly Step[]} */
export const STEPS = [
  step('sort by a column', `byText('thead button', 'Best validation RMSE').click()`, SORT),
  step('sort by another', `byText('thead button', 'Learning rate').click()`, SORT),
  step('differences only, off and on', `byText('label', 'Differences only').querySelector('input').click()`, COLUMNS),
  step('filter, a comparison', `type($('input[type=search]'), round % 2 ? '' : 'rmse < 0.88')`, ROWS),
  step('filter, a word and another comparison', `type($('input[type=search]'), round % 2 ? '' : 'lunch model = mlp')`, ROWS),
  step('scroll by 40 rows', `document.querySelector('${TABLE}').parentElement.scrollTop += 1600`, FIRST_ROW),
  step(
    'open the menu of columns',
    `byText('button', 'Columns').click()`,
    `document.querySelectorAll('${CELL} fieldset input').length`,
  ),
  step('a column more or less', `byText('fieldset label', 'Batch size').querySelector('input').click()`, COLUMNS),
  step('open the details of a run', `$('tbody th button').click()`, `$('h3')?.textContent`),
  step(
    'tick a run for the overlay',
    `document.querySelectorAll('${TABLE} tbody input')[round % 8].click()`,
    `document.querySelectorAll('${TABLE} tbody input:checked').length`,
  ),
  step(
    'open the scatter',
    `byText('button', 'Scatter of two').click()`,
    `document.querySelectorAll('${CELL} figure svg').length`,
  ),
  ...opened('Scatter of two'),
  step(
    'another number across',
    `type(byText('label', 'Horizontal').nextSibling, round % 2 ? 'learningRate' : 'seconds')`,
    `byText('figcaption', ' by ').textContent`,
  ),
  step(
    'point at a dot',
    `(() => { const list = $('figure [role=listbox]'); const { left, top, width } = list.getBoundingClientRect(); for (let y = 30; y < 280; y += 6) point(list, 'pointermove', left + width * (0.3 + 0.1 * (round % 5)), top + y); })()`,
    `$('figure [role=option]').textContent`,
  ),
  step(
    'open the parallel coordinates',
    `byText('button', 'Parallel coordinates').click()`,
    `document.querySelectorAll('${CELL} [role=slider]').length`,
  ),
  ...opened('Parallel coordinates'),
  {
    name: 'brush an axis, each move',
    async measure(page, rounds) {
      const end = page.locator(`${CELL} [role=slider]`).nth(2);
      await end.scrollIntoViewIfNeeded();
      const box = /** @type {{ x: number, y: number }} */ (await end.boundingBox());
      await page.mouse.move(box.x + 10, box.y - 5);
      await page.mouse.down();
      const times = [];
      for (let round = 0; round < 3 * rounds; round++) {
        const moved = page.evaluate(inPage('', `${ROWS} + $('[class*=range]')?.style.blockSize`, round));
        await page.mouse.move(box.x + 10, box.y - 25 - 12 * (round % 12));
        times.push(await moved);
        await page.waitForTimeout(100);
      }
      await page.mouse.up();
      return times;
    },
  },
  step(
    'move an end of a range by a key',
    `document.querySelectorAll('${CELL} [role=slider]')[2].dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: round % 2 ? 'ArrowDown' : 'ArrowUp' }))`,
    `${ROWS} + $('[class*=range]')?.style.blockSize`,
  ),
];

/** Opened and closed again, and open at the end. @param {string} title @returns {readonly Step[]} */
function opened(title) {
  const toggle = `byText('button', '${title}').click()`;
  return [
    {
      name: `open it again`,
      async measure(page, rounds) {
        const marks = `document.querySelectorAll('${CELL} figure svg, ${CELL} [role=slider]').length`;
        const times = [];
        for (let round = 0; round < rounds; round++) {
          await page.evaluate(inPage(toggle, marks, round));
          times.push(await page.evaluate(inPage(toggle, marks, round)));
          await page.waitForTimeout(100);
        }
        return times;
      },
    },
  ];
}
