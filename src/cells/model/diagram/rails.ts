import type { Item, Layout, PlacedBox, PlacedEdge } from './layout.ts';

const GAP = 14;
/** Between rails, and from the last one to the boxes. */
const RAIL = 12;
const BEND = 6;

/**
 * One box below the other, for any width: arrows to the next box go straight down, others along rails at the left. All arrows
 * of a box share its rail; rails that do not meet share a lane.
 */
export function layOutRails(items: readonly Item[], width: number): Layout {
  const rows = nearTheirReaders(items);
  const at = new Map(rows.map(({ id }, row) => [id, row]));
  const readers = new Map(rows.map(({ id }) => [id, rows.filter(({ inputs }) => inputs.includes(id)).map((item) => item.id)]));
  const rails = rows
    .map(({ id }, row) => ({ id, row, last: Math.max(...(readers.get(id) ?? []).map((reader) => at.get(reader) as number)) }))
    .filter(({ row, last }) => last > row + 1);
  const lanes = assignLanes(rails);
  const left = lanes.size === 0 ? 0 : Math.max(...lanes.values()) * RAIL + RAIL + BEND;
  let y = 0;
  const boxes = rows.map(({ id, height }): PlacedBox => {
    const box = { id, x: left, y, width: width - left, height };
    y += height + GAP;
    return box;
  });
  const edges = rows.flatMap(({ id }, row) =>
    (readers.get(id) ?? []).map((to): PlacedEdge => {
      const [source, target] = [boxes[row] as PlacedBox, boxes[at.get(to) as number] as PlacedBox];
      const path =
        at.get(to) === row + 1 ? `M${left + RAIL},${source.y + source.height}v${GAP}` : rail(source, target, lanes, left);
      return { from: id, to, path };
    }),
  );
  return { width, height: Math.max(0, y - GAP), boxes, edges };
}

/** Each item after what it reads, and what only it reads right before it: the order in which a stack machine would work. */
function nearTheirReaders(items: readonly Item[]): readonly Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const sorted = new Set<Item>();
  const visit = (item: Item): void => {
    if (sorted.has(item)) return;
    for (const input of item.inputs) visit(byId.get(input) as Item);
    sorted.add(item);
  };
  for (const item of items.toReversed()) visit(item);
  return [...sorted];
}

/** The lane of each rail from the boxes outwards: the first that is free all the way. */
function assignLanes(rails: readonly { readonly id: string; readonly row: number; readonly last: number }[]) {
  const free: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, row, last } of rails) {
    const open = free.findIndex((until) => until < row);
    const lane = open < 0 ? free.length : open;
    free[lane] = last;
    lanes.set(id, lane);
  }
  return lanes;
}

function rail(source: PlacedBox, target: PlacedBox, lanes: ReadonlyMap<string, number>, left: number): string {
  const x = left - RAIL - (lanes.get(source.id) as number) * RAIL;
  const [from, to] = [source.y + source.height / 2, target.y + target.height / 2];
  return `M${left},${from}H${x + BEND}Q${x},${from} ${x},${from + BEND}V${to - BEND}Q${x},${to} ${x + BEND},${to}H${left}`;
}
