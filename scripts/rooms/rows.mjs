// @ts-check
/** The rows of `src/ui/Reserved.module.css`: for each width of a part, from which on they hold, how tall every part is. */

/** @typedef {ReadonlyMap<number, Readonly<Record<string, number>>>} Rooms by width, in CSS pixels */

const BLOCK = /(?:@container \(inline-size >= (\d+)px\) \{\s*)?\.reserved \{\s*((?:--[\w-]+: \d+;\s*)+)\}/g;

/** The widths that have rows of their own; those of the narrowest, which have no condition, hold from 0 on. @param {string} css @returns {number[]} */
export const widthsIn = (css) => [...css.matchAll(BLOCK)].map(([, width]) => Number(width ?? 0));

/**
 * The style sheet with these rooms in its rows. A part that was not measured at a width keeps its row.
 *
 * @param {string} css @param {Rooms} rooms
 */
export function withRooms(css, rooms) {
  return css.replace(BLOCK, (block, width, rows) => {
    const room = rooms.get(Number(width ?? 0)) ?? {};
    return block.replace(
      rows,
      rows.replace(/--([\w-]+): (\d+);/g, (/** @type {string} */ _, /** @type {string} */ part, /** @type {string} */ before) => {
        return `--${part}: ${room[part] ?? before};`;
      }),
    );
  });
}

/** The taller of two for each part. @param {Readonly<Record<string, number>>} a @param {Readonly<Record<string, number>>} b */
export const tallest = (a, b) =>
  Object.fromEntries(Object.keys({ ...a, ...b }).map((part) => [part, Math.max(a[part] ?? 0, b[part] ?? 0)]));
