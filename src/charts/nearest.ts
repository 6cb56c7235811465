/** Points of one mark, in pixels. */
export interface Track {
  readonly id: string;
  /** The mark is a line through them where there are several; null is a gap. */
  readonly points: readonly (readonly [number, number] | null)[];
}

/** The mark that comes nearest to a place, and no farther away than `within` pixels; undefined where none does. */
export function nearestTrack(tracks: readonly Track[], x: number, y: number, within: number): string | undefined {
  let best = within * within;
  let found: string | undefined;
  for (const { id, points } of tracks) {
    for (let at = 0; at < points.length; at++) {
      const [one, other] = [points[at], points[at + 1] ?? points[at]];
      if (!one || !other) continue;
      const distance = squaredDistance(one, other, x, y);
      if (distance <= best) {
        best = distance;
        found = id;
      }
    }
  }
  return found;
}

function squaredDistance([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return (ax + share * dx - x) ** 2 + (ay + share * dy - y) ** 2;
}
