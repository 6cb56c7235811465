export type Pixels = number;

/** A box that would like its middle at `y`. */
export interface LabelBox {
  readonly left: Pixels;
  readonly width: Pixels;
  readonly height: Pixels;
  readonly y: Pixels;
}

interface Cluster {
  readonly members: readonly number[];
  readonly top: Pixels;
  readonly height: Pixels;
}

/**
 * Moves boxes apart vertically, each as little as possible, in the order of the middles that they ask for.
 *
 * @param bottom - boxes stay within [0, bottom] as far as they fit
 * @returns the top of every box, in the order given
 */
export function placeLabels(boxes: readonly LabelBox[], bottom: Pixels): Pixels[] {
  const tops = boxes.map(() => 0);
  for (const column of columnsOf(boxes)) {
    for (const { members, top } of stack(column, boxes, bottom)) {
      let next = top;
      for (const index of members) {
        tops[index] = next;
        next += boxes[index]?.height ?? 0;
      }
    }
  }
  return tops;
}

/** Indices of boxes that share horizontal room, so that only those move apart that could touch. */
function columnsOf(boxes: readonly LabelBox[]): number[][] {
  const byLeft = boxes.map((box, index) => ({ box, index })).sort((a, b) => a.box.left - b.box.left);
  const columns: number[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const { box, index } of byLeft) {
    if (box.left < right) columns.at(-1)?.push(index);
    else columns.push([index]);
    right = Math.max(right, box.left + box.width);
  }
  return columns;
}

/** Pools neighbours that overlap into clusters around the mean of the middles that they ask for (pool adjacent violators). */
function stack(column: readonly number[], boxes: readonly LabelBox[], bottom: Pixels): Cluster[] {
  const clusters: Cluster[] = [];
  const wanted = (index: number) => boxes[index]?.y ?? 0;
  for (const index of [...column].sort((a, b) => wanted(a) - wanted(b))) {
    let cluster = centre([index], boxes, bottom);
    for (let above = clusters.at(-1); above && above.top + above.height > cluster.top; above = clusters.at(-1)) {
      clusters.pop();
      cluster = centre([...above.members, ...cluster.members], boxes, bottom);
    }
    clusters.push(cluster);
  }
  return clusters;
}

/** The cluster of touching boxes whose summed squared shift is least, within the bounds. */
function centre(members: readonly number[], boxes: readonly LabelBox[], bottom: Pixels): Cluster {
  let height = 0;
  let shifts = 0;
  for (const index of members) {
    const box = boxes[index];
    if (!box) continue;
    shifts += box.y - box.height / 2 - height;
    height += box.height;
  }
  const top = Math.max(0, Math.min(bottom - height, shifts / members.length));
  return { members, top, height };
}
