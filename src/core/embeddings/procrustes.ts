/** An orthogonal map of the plane: x′ = x · a + y · c, y′ = x · b + y · d. */
export interface PlaneMap {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/**
 * The rotation or reflection R that brings points closest to others: it minimises Σ ‖pᵢ R − qᵢ‖² (orthogonal Procrustes; Schönemann
 * 1966). In the plane the best rotation and the best reflection are known in closed form, and the better of the two is taken. Both sets of
 * points, (n, 2), are taken about the origin as they are.
 */
export function alignPlane(points: ArrayLike<number>, target: ArrayLike<number>): PlaneMap {
  let [xx, xy, yx, yy] = [0, 0, 0, 0]; // PᵀQ
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at] as number, points[at + 1] as number];
    const [u, v] = [target[at] as number, target[at + 1] as number];
    xx += x * u;
    xy += x * v;
    yx += y * u;
    yy += y * v;
  }
  const turned = Math.hypot(xx + yy, xy - yx);
  const mirrored = Math.hypot(xx - yy, xy + yx);
  if (turned === 0 && mirrored === 0) return { a: 1, b: 0, c: 0, d: 1 };
  if (turned >= mirrored) {
    const [cosine, sine] = [(xx + yy) / turned, (xy - yx) / turned];
    return { a: cosine, b: sine, c: -sine, d: cosine };
  }
  const [cosine, sine] = [(xx - yy) / mirrored, (xy + yx) / mirrored];
  return { a: cosine, b: sine, c: sine, d: -cosine };
}

/** The points after the map, (n, 2). */
export function mapPlane(points: Float32Array, { a, b, c, d }: PlaneMap): Float32Array<ArrayBuffer> {
  const mapped = new Float32Array(points.length);
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at] as number, points[at + 1] as number];
    mapped[at] = x * a + y * c;
    mapped[at + 1] = x * b + y * d;
  }
  return mapped;
}
