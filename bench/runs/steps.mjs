// @ts-check
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./page-work.mjs').Work} Work */
/** @typedef {{ name: string, measure(page: Page, rounds: number, timed: Timed): Promise<Work[]> }} Step */
/** @typedef {import('./page-work.mjs').Timed} Timed */

const CELL = '[data-cell="runs"]';
const TABLE = `${CELL} table[aria-label="Runs"]`;
const REST_MILLISECONDS = 150;

// What is looked at to see that something came of it: expressions.
const FIRST_ROW = `document.querySelector('${TABLE} tbody th')?.textContent`;
const ROWS = `document.querySelector('${TABLE}')?.ariaRowCount`;
const COLUMNS = `document.querySelector('${TABLE}')?.ariaColCount`;
const SORT = `document.querySelector('${TABLE} [aria-sort]:not([aria-sort=none])')?.textContent`;
const POINTED = `$('figure [role=option]').textContent`;
const RANGE = `${ROWS} + $('[class*=range]')?.style.blockSize`;

/**
 * Does something in the page, and waits until it is drawn: until what is `seen` has changed, and a frame after that.
 *
 * @param {string} act an expression, with `round`, `$`, `byText`, `type` and `point` in it
 * @param {string} seen an expression
 * @param {number} round
 * @returns {string} a program that answers the milliseconds
 */
const inPage = (act, seen, round) => `(async () => {
  const round = ${round};
  const $ = (selector) => document.querySelector('${CELL} ' + selector);
  const byText = (selector, text) => [...document.querySelectorAll('${CELL} ' + selector)].find((one) => one.textContent.startsWith(text));
  const type = (input, value) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value').set.call(input, value);
    input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  };
  const point = (element, kind, x, y) =>
    element.dispatchEvent(new PointerEvent(kind, { bubbles: true, clientX: x, clientY: y, pointerId: 1, button: 0 }));
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

/**
 * In an even number of rounds, so that what is switched on and off is as it was; one more than are asked for is not counted.
 *
 * @param {string} name @param {string} act @param {string} seen as of `inPage` @returns {Step}
 */
const step = (name, act, seen) => ({
  name,
  async measure(page, rounds, timed) {
    const times = [];
    for (let round = 0; round < rounds + (rounds % 2); round++) {
      times.push(await timed(() => page.evaluate(inPage(act, seen, round))));
      await page.waitForTimeout(REST_MILLISECONDS);
    }
    return times.slice(0, rounds);
  },
});

/**
 * Opens a part of the cell again and again; what is fetched for it comes with the first time, and in the end it is open.
 *
 * @param {string} title
 * @param {string} content a selector of what it shows
 * @returns {Step}
 */
const opened = (title, content) => ({
  name: `open ${title}`,
  async measure(page, rounds, timed) {
    const toggle = `byText('button', '${title}').click()`;
    const shown = `document.querySelectorAll('${CELL} ${content}').length`;
    const times = [];
    for (let round = 0; round < rounds; round++) {
      if (round > 0) await page.evaluate(inPage(toggle, shown, round));
      times.push(await timed(() => page.evaluate(inPage(toggle, shown, round))));
      await page.waitForTimeout(REST_MILLISECONDS);
    }
    return times;
  },
});

/** @type {readonly Step[]} */
export const STEPS = [
  step('sort', `byText('thead button', round % 2 ? 'Run' : 'Model').click()`, SORT),
  step('differences only, off and on', `byText('label', 'Differences only').querySelector('input').click()`, COLUMNS),
  step('filter by a comparison', `type($('input[type=search]'), round % 2 ? '' : 'rmse < 0.88')`, ROWS),
  step('filter by a word and a model', `type($('input[type=search]'), round % 2 ? '' : 'lunch model = mlp')`, ROWS),
  step('scroll by 40 rows', `document.querySelector('${TABLE}').parentElement.scrollTop += 1600`, FIRST_ROW),
  opened('Columns', 'fieldset input'),
  step('a column more or less', `byText('fieldset label', 'Parameters').querySelector('input').click()`, COLUMNS),
  step('details of a run', `document.querySelectorAll('${TABLE} tbody th button')[round % 5].click()`, `$('h3')?.textContent`),
  step(
    'tick a run for the overlay',
    `document.querySelectorAll('${TABLE} tbody input')[round % 8].click()`,
    `document.querySelectorAll('${TABLE} tbody input:checked').length`,
  ),
  // The first curve fetches the chart library.
  step(
    'the same, until its curve is drawn',
    // Others than those before, so that some are ticked at the end, however many rounds there are.
    `document.querySelectorAll('${TABLE} tbody input')[7 - (round % 4)].click()`,
    `[...document.querySelectorAll('${CELL} figure [class*=labels] text')].map((one) => one.textContent)`,
  ),
  opened('Scatter of two numbers', 'figure [role=listbox]'),
  step(
    'another number in the scatter',
    `type(byText('label', 'Horizontal').nextSibling, round % 2 ? 'learningRate' : 'seconds')`,
    `byText('label', 'Horizontal').parentElement.parentElement.nextSibling.textContent`,
  ),
  step(
    'point at a dot',
    `const { x, y, width } = document.querySelector('${CELL} figure circle[class*=dot]').getBoundingClientRect();
    point($('figure [role=listbox]'), 'pointermove', round % 2 ? 0 : x + width / 2, y + width / 2)`,
    POINTED,
  ),
  step(
    'the next dot by a key',
    `$('figure [role=listbox]').dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'ArrowRight' }))`,
    POINTED,
  ),
  opened('Parallel coordinates', '[role=slider]'),
  step(
    'brush an axis, each move',
    `const brush = document.querySelectorAll('${CELL} [role=slider]')[2].previousSibling, { left, bottom } = brush.getBoundingClientRect();
    // There is no pointer to capture.
    brush.setPointerCapture = () => undefined;
    if (round === 0) point(brush, 'pointerdown', left + 9, bottom - 20);
    point(brush, 'pointermove', left + 9, bottom - 60 - 40 * (round % 6))`,
    RANGE,
  ),
  step(
    'move an end of a range by a key',
    `document.querySelectorAll('${CELL} [role=slider]')[2].dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, key: round % 2 ? 'End' : 'Home' }),
    )`,
    RANGE,
  ),
];
