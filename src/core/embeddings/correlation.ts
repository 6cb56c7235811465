/** Pearson's correlation over the places where both are finite; 0 where there is none, or one of them does not vary. */
export function correlation(xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  let [n, x, y] = [0, 0, 0];
  const isUsed = (at: number): boolean => Number.isFinite(xs[at]) && Number.isFinite(ys[at]);
  for (let at = 0; at < xs.length; at++) {
    if (!isUsed(at)) continue;
    n++;
    x += xs[at] as number;
    y += ys[at] as number;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let at = 0; at < xs.length; at++) {
    if (!isUsed(at)) continue;
    const [dx, dy] = [(xs[at] as number) - x / n, (ys[at] as number) - y / n];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const scale = Math.sqrt(xx * yy);
  return scale > 0 ? xy / scale : 0;
}
