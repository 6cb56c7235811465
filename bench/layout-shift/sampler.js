// @ts-check
/**
 * Runs in the page, ahead of its own scripts, in any browser: only Chromium reports layout shifts itself. At each frame it compares where
 * every element in view stands with where it stood, and sums impact × distance as the Layout Instability API defines them. What the visitor
 * scrolled, and what follows a click or a key within half a second, does not count.
 */
(() => {
  const GRID = 8;
  const LEAST = 3;
  const AFTER_INPUT = 500;
  /** @typedef {{ x: number, y: number, width: number, height: number }} Box */
  /** @type {Map<Element, Box>} */
  let before = new Map();
  let scrollBefore = 0;
  let lastInput = Number.NEGATIVE_INFINITY;
  /** @type {{ at: number, value: number, moved: string[] }[]} */
  const shifts = [];
  /** @type {Record<string, number[]>} where each cell began in the document, whenever that changed */
  const tops = {};
  for (const kind of ['pointerdown', 'keydown', 'click']) addEventListener(kind, () => (lastInput = performance.now()), true);

  /** @param {Element} element */
  const nameOf = (element) => {
    const cell = element.closest('[data-cell]')?.getAttribute('data-cell') ?? '';
    return `${cell} ${element.tagName.toLowerCase()} ${(element.textContent ?? '').slice(0, 24)}`.trim();
  };

  /** The share of the view that the boxes cover together. @param {Box[]} boxes */
  const covered = (boxes) => {
    const columns = Math.ceil(innerWidth / GRID);
    const rows = Math.ceil(innerHeight / GRID);
    const taken = new Uint8Array(columns * rows);
    for (const { x, y, width, height } of boxes) {
      const right = Math.min(columns, Math.round((x + width) / GRID));
      const bottom = Math.min(rows, Math.round((y + height) / GRID));
      for (let row = Math.max(0, Math.round(y / GRID)); row < bottom; row++)
        taken.fill(1, row * columns + Math.max(0, Math.round(x / GRID)), Math.max(0, row * columns + right));
    }
    return taken.reduce((sum, one) => sum + one, 0) / taken.length;
  };

  /** @param {Box} box */
  const inView = ({ x, y, width, height }) =>
    width > 0 && height > 0 && x < innerWidth && y < innerHeight && x + width > 0 && y + height > 0;

  /** How far the edge that is in view moved down: of what begins above the view the end, and none where it ends below. @param {Box} was @param {Box} is */
  const edgeMove = (was, is) => {
    if (was.y >= 0 || is.y >= 0) return is.y - was.y;
    const [from, to] = [was.y + was.height, is.y + is.height];
    return from > innerHeight && to > innerHeight ? 0 : to - from;
  };

  /** Goes once to the cell that the address asks for, as one who scrolls at once. */
  let place = location.search.slice(1);
  const goToPlace = () => {
    const cell = document.querySelector(`[data-cell="${place}"]`);
    if (!cell) return;
    cell.scrollIntoView({ behavior: 'instant' });
    place = '';
    before = new Map();
  };

  const sample = () => {
    goToPlace();
    /** @type {Map<Element, Box>} */
    const now = new Map();
    const scrolled = scrollY - scrollBefore;
    /** @type {Box[]} */
    const unstable = [];
    /** @type {string[]} */
    const moved = [];
    let furthest = 0;
    for (const element of document.querySelectorAll('#root *')) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const box = { x, y, width, height };
      now.set(element, box);
      const was = before.get(element);
      if (!was || (!inView(was) && !inView(box)) || width === 0 || was.width === 0) continue;
      const fall = edgeMove(was, box);
      // An anchored scroll moves the document, not what is in view; a visitor's scroll moves what is in view, not the document.
      const down = Math.min(Math.abs(fall), Math.abs(fall + scrolled));
      const distance = Math.max(down, Math.abs(x - was.x));
      if (distance < LEAST) continue;
      unstable.push(was, box);
      furthest = Math.max(furthest, distance);
      if (moved.length < 4) moved.push(`${nameOf(element)}: ${Math.round(was.y)} to ${Math.round(y)}`);
    }
    const at = performance.now();
    if (unstable.length > 0 && at - lastInput > AFTER_INPUT) {
      const value = covered(unstable) * Math.min(1, furthest / Math.max(innerWidth, innerHeight));
      shifts.push({ at: Math.round(at), value, moved });
    }
    for (const cell of document.querySelectorAll('[data-cell]')) {
      const top = Math.round(cell.getBoundingClientRect().top + scrollY);
      const id = cell.getAttribute('data-cell') ?? '';
      const seen = tops[id] ?? [];
      tops[id] = seen;
      if (seen.at(-1) !== top) seen.push(top);
    }
    before = now;
    scrollBefore = scrollY;
    requestAnimationFrame(sample);
  };
  requestAnimationFrame(sample);

  /** The largest sum of shifts that follow each other within a second, over five seconds at most. */
  const score = () => {
    let [most, sum, first, last] = [0, 0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { at, value } of shifts) {
      if (at - last > 1000 || at - first > 5000) [sum, first] = [0, at];
      sum += value;
      last = at;
      most = Math.max(most, sum);
    }
    return most;
  };

  /** @type {{ value: number, at: number }[]} */
  const native = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) if (!entry.hadRecentInput) native.push(entry);
    }).observe({ type: 'layout-shift', buffered: true });
  }

  Object.assign(window, {
    layoutShift: () => ({
      sampled: score(),
      native:
        native.length > 0 || PerformanceObserver.supportedEntryTypes.includes('layout-shift')
          ? native.reduce((sum, { value }) => sum + value, 0)
          : null,
      shifts: [...shifts].sort((a, b) => b.value - a.value).slice(0, 6),
      tops,
    }),
  });
})();
