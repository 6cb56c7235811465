/** A cell with more points is cut into four. */
const LEAF = 4;
/** Cells are not cut more often: points that are still together are as good as one place. */
const MOST_DEPTH = 24;
/** Numbers of a cell: its centre, how many points it has, and the square of its width. */
const NUMBERS = 4;

/**
 * A quadtree over points of the plane, for the forces that t-SNE's points push each other with: cells that are far away count as one point at
 * their centre (Barnes and Hut 1986, "A hierarchical O(N log N) force-calculation algorithm"; van der Maaten 2014, "Accelerating t-SNE
 * using tree-based algorithms"). Cells stand in depth-first order, and each knows where its own end.
 */
export class Quadtree {
  private readonly positions: Float64Array; // (points, 2)
  private readonly order: Int32Array;
  private cells = 0;
  private numbers: Float64Array; // (cells, 4)
  private firsts: Int32Array; // of the order, or −1 where the cell is cut
  private ends: Int32Array;
  /** Of the point that was asked for last: Σ u, and Σ u² (y − y'), over all others, with u = 1 / (1 + |y − y'|²). */
  weight = 0;
  right = 0;
  up = 0;

  /** @param positions (points, 2); to be built again whenever they have changed */
  constructor(positions: Float64Array) {
    const points = positions.length / 2;
    this.positions = positions;
    this.order = Int32Array.from({ length: points }, (_, point) => point);
    this.numbers = new Float64Array(NUMBERS * (points + 1));
    this.firsts = new Int32Array(points + 1);
    this.ends = new Int32Array(points + 1);
  }

  build(): void {
    const { positions } = this;
    let [left, bottom, width] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
    for (let at = 0; at < positions.length; at += 2) {
      left = Math.min(left, positions[at] as number);
      bottom = Math.min(bottom, positions[at + 1] as number);
    }
    for (let at = 0; at < positions.length; at += 2)
      width = Math.max(width, (positions[at] as number) - left, (positions[at + 1] as number) - bottom);
    this.cells = 0;
    this.cut(0, this.order.length, left, bottom, width, 0);
  }

  private cut(from: number, to: number, left: number, bottom: number, width: number, depth: number): void {
    const cell = this.open(from, to, width);
    if (to - from <= LEAF || depth === MOST_DEPTH) this.firsts[cell] = from;
    else {
      this.firsts[cell] = -1;
      const half = width / 2;
      const middle = this.part(from, to, 1, bottom + half);
      this.cutAcross(from, middle, left, bottom, half, depth + 1);
      this.cutAcross(middle, to, left, bottom + half, half, depth + 1);
    }
    this.ends[cell] = this.cells;
  }

  private cutAcross(from: number, to: number, left: number, bottom: number, width: number, depth: number): void {
    const across = this.part(from, to, 0, left + width);
    if (across > from) this.cut(from, across, left, bottom, width, depth);
    if (to > across) this.cut(across, to, left + width, bottom, width, depth);
  }

  private open(from: number, to: number, width: number): number {
    const cell = this.cells++;
    if (cell === this.ends.length) this.grow();
    let [x, y] = [0, 0];
    for (let i = from; i < to; i++) {
      const at = 2 * (this.order[i] as number);
      x += this.positions[at] as number;
      y += this.positions[at + 1] as number;
    }
    const { numbers } = this;
    numbers[NUMBERS * cell] = x / (to - from);
    numbers[NUMBERS * cell + 1] = y / (to - from);
    numbers[NUMBERS * cell + 2] = to - from;
    numbers[NUMBERS * cell + 3] = width * width;
    return cell;
  }

  private grow(): void {
    const [numbers, firsts, ends] = [this.numbers, this.firsts, this.ends];
    this.numbers = new Float64Array(2 * numbers.length);
    this.firsts = new Int32Array(2 * firsts.length);
    this.ends = new Int32Array(2 * ends.length);
    this.numbers.set(numbers);
    this.firsts.set(firsts);
    this.ends.set(ends);
  }

  /** Brings those below `border` along an axis to the front; returns where the others begin. */
  private part(from: number, to: number, axis: 0 | 1, border: number): number {
    const { order, positions } = this;
    let next = from;
    for (let i = from; i < to; i++) {
      const point = order[i] as number;
      if ((positions[2 * point + axis] as number) >= border) continue;
      order[i] = order[next] as number;
      order[next++] = point;
    }
    return next;
  }

  /** @param angle a cell counts as one point where its width is less than so much of its distance; 0 for all points one by one */
  push(point: number, angle: number): void {
    const { positions, numbers, firsts, ends, order, cells } = this;
    const [x, y, limit] = [positions[2 * point] as number, positions[2 * point + 1] as number, angle * angle];
    let [weight, right, up] = [0, 0, 0];
    for (let cell = 0; cell < cells; ) {
      const dx = x - (numbers[NUMBERS * cell] as number);
      const dy = y - (numbers[NUMBERS * cell + 1] as number);
      const distance = dx * dx + dy * dy;
      const first = firsts[cell] as number;
      if ((numbers[NUMBERS * cell + 3] as number) < limit * distance) {
        const u = 1 / (1 + distance);
        const many = (numbers[NUMBERS * cell + 2] as number) * u;
        weight += many;
        right += many * u * dx;
        up += many * u * dy;
        cell = ends[cell] as number;
      } else if (first >= 0) {
        const last = first + (numbers[NUMBERS * cell + 2] as number);
        for (let i = first; i < last; i++) {
          const other = order[i] as number;
          if (other === point) continue;
          const px = x - (positions[2 * other] as number);
          const py = y - (positions[2 * other + 1] as number);
          const u = 1 / (1 + px * px + py * py);
          weight += u;
          right += u * u * px;
          up += u * u * py;
        }
        cell = ends[cell] as number;
      } else cell++;
    }
    this.weight = weight;
    this.right = right;
    this.up = up;
  }
}
