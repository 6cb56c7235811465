import { toExactUnit } from '../../../core/exact-sum.ts';
import type { Address, Kernels } from '../kernels.ts';
import { floatsAt, type Heap, wordsAt } from '../memory/heap.ts';
import { blockColumns, blockRows, rowBytes, rowsAt, vectorBytes } from '../memory/matrix.ts';
import type { EmbeddingTable } from '../memory/tables.ts';
import type { Aside, Known } from './aside.ts';
import type { ListPlan } from './list-plan.ts';
import { lookUpUsers } from './look-up-users.ts';
import type { Plan } from './plan.ts';
import { shareOf } from './shares.ts';

/** One share of a step's list task: each share has a range of the movies. */
export interface ListProgram extends Aside {
  /** Leaves the gradients of this share's movies, and its part of those of the users and of the gain. */
  backward(): void;
  /** Adds up all shares' parts of the users' gradients, once they are done. */
  gather(): void;
}

/** Movies that are worked on at once, so that their factors stay in the cache. */
const TILE = 256;

export function createListProgram(plan: Plan, list: ListPlan, k: Kernels, heap: Heap): ListProgram {
  const { share, ones } = plan;
  const { shares } = plan.settings;
  const { settings, tables, plain, gained, flipped, factors, scores, maxima, sums, zeros, ofMovies, fromShares, products } = list;
  const { width } = tables.users.node;
  const [span, columns] = [rowBytes(width), blockColumns(width)];
  const sizes = wordsAt(heap, list.sizes, 3);
  const [likers, liked] = [list.likers, list.liked].map((at) => wordsAt(heap, at, settings.pairs)) as [Int32Array, Int32Array];
  const corrections = floatsAt(heap, list.corrections, settings.movies);
  const [userStep, scoreStep] = [maxima.stride / 4, scores.stride / 4];
  const perUser = (blocks: Address): Float32Array => floatsAt(heap, blocks, userStep * shares);
  const [allMaxima, allSums] = [perUser(maxima.first), perUser(sums.first)];
  const scales = floatsAt(heap, list.scales, userStep);
  const loss = list.losses.own / 8;
  const userCount = (): number => sizes[0] as number;
  const movieCount = (): number => sizes[1] as number;
  const pairCount = (): number => sizes[2] as number;
  /** Where the score of a pair stands. */
  const scoreAt = (pair: number): number => scores.base / 4 + (liked[pair] as number) * scoreStep + (likers[pair] as number);
  const range = () => shareOf(movieCount(), share, shares);

  function eachPair(visit: (pair: number) => void): void {
    const { from, to } = range();
    for (let pair = 0; pair < pairCount(); pair++) {
      const movie = liked[pair] as number;
      if (movie >= from && movie < to) visit(pair);
    }
  }

  function eachTile(visit: (at: number, rows: number) => void): void {
    const { from, to } = range();
    for (let at = from; at < to; at += TILE) visit(at, Math.min(TILE, to - at));
  }

  /** Scores every user with this share's movies; to be followed by `backward` once all shares are done. */
  function forward(): void {
    const users = userCount();
    if (users === 0) return;
    const scored = rowBytes(users);
    // Each share does it for itself.
    lookUpUsers(k, list, users);
    eachTile((at, rows) => {
      const { address, stride } = tables.movies;
      k.gatherRows(address, stride, list.movies + 4 * at, rows, width, rowsAt(factors, at), factors.stride);
      const [a, c] = [rowsAt(factors, at), rowsAt(scores, at)];
      k.gemm(
        a,
        factors.stride,
        4,
        flipped.base,
        flipped.stride,
        zeros,
        0,
        c,
        scores.stride,
        blockRows(rows),
        blockColumns(users),
        width,
      );
    });
    // What was liked is not corrected.
    eachPair((pair) => {
      const at = scoreAt(pair);
      heap.floats[at] = (heap.floats[at] as number) - (corrections[liked[pair] as number] as number);
    });
    allMaxima.fill(Number.NEGATIVE_INFINITY, share * userStep, (share + 1) * userStep);
    allSums.fill(0, share * userStep, (share + 1) * userStep);
    eachTile((at, rows) => {
      const [x, { address, stride }] = [rowsAt(scores, at), tables.bias];
      const [movies, changes] = [list.movies + 4 * at, list.corrections + 4 * at];
      k.raiseColumns(x, scores.stride, scored, rows, address, stride, movies, changes, maxima.own);
    });
    let sum = 0;
    eachPair((pair) => {
      sum -= heap.floats[scoreAt(pair)] as number;
    });
    heap.doubles[loss] = (heap.doubles[loss] as number) + toExactUnit(sum);
    eachTile((at, rows) => k.expColumns(rowsAt(scores, at), scores.stride, scored, rows, maxima.own, sums.own));
  }

  /** What each column of this share's exponentials is to be scaled by, to become the errors of all pairs but those that are liked. */
  function scaleUsers(users: number, scale: number): void {
    const counts = new Float64Array(users);
    for (let pair = 0; pair < pairCount(); pair++)
      counts[likers[pair] as number] = (counts[likers[pair] as number] as number) + 1;
    scales.fill(0);
    let logs = 0;
    for (let b = 0; b < users; b++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let s = 0; s < shares; s++) most = Math.max(most, allMaxima[s * userStep + b] as number);
      let sum = 0;
      for (let s = 0; s < shares; s++) {
        const at = s * userStep + b;
        sum += (allSums[at] as number) * Math.exp((allMaxima[at] as number) - most);
      }
      const own = Math.exp((allMaxima[share * userStep + b] as number) - most);
      scales[b] = (scale * (counts[b] as number) * own) / sum;
      logs += (counts[b] as number) * (most + Math.log(sum));
    }
    if (share === 0) heap.doubles[loss] = (heap.doubles[loss] as number) + toExactUnit(logs);
  }

  function backward(): void {
    const users = userCount();
    const { gain } = tables;
    const part = fromShares.own;
    k.clear(gain.gradients.own, gain.stride);
    if (users === 0) return;
    const scale = (settings.weight * settings.softmax) / Math.max(1, pairCount());
    scaleUsers(users, scale);
    k.clear(part, blockRows(users) * gained.stride);
    eachTile((at, rows) => k.scaleColumns(rowsAt(scores, at), scores.stride, rowBytes(users), rows, list.scales));
    eachPair((pair) => {
      heap.floats[scoreAt(pair)] = (heap.floats[scoreAt(pair)] as number) - scale;
    });
    eachTile((at, rows) => {
      const [e, q, g] = [rowsAt(scores, at), rowsAt(factors, at), rowsAt(ofMovies, at)];
      k.gemm(e, scores.stride, 4, gained.base, gained.stride, zeros, 0, g, ofMovies.stride, blockRows(rows), columns, users);
      k.dotRows(e, scores.stride, ones, 0, rows, users, list.ofBiases + 4 * at);
      k.gemm(e, 4, scores.stride, q, factors.stride, part, gained.stride, part, gained.stride, blockRows(users), columns, rows);
    });
    k.multiply(products.base, plain.base, part, vectorBytes(users, plain.stride));
    k.weightedSum(gain.gradients.own, zeros, products.base, products.stride, ones, users, span);
    for (let b = 0; b < users; b++) {
      const row = part + b * gained.stride;
      k.multiply(row, row, gain.weights, span);
    }
  }

  function gather(): void {
    const bytes = vectorBytes(userCount(), gained.stride);
    const to = list.ofUsers.base;
    k.add(to, fromShares.first, fromShares.first + fromShares.stride, bytes);
    for (let s = 2; s < shares; s++) k.add(to, to, fromShares.first + s * fromShares.stride, bytes);
  }

  function known(table: EmbeddingTable): Known {
    const decay = (rows: number): number => (2 * settings.weight * settings.l2) / rows;
    if (table === tables.users) return { extra: list.ofUsers.base, stride: list.ofUsers.stride, decay: decay(userCount()) };
    if (table === tables.movies) return { extra: ofMovies.base, stride: ofMovies.stride, decay: decay(movieCount()) };
    if (table === tables.bias) return { extra: list.ofBiases, stride: 4, decay: 0 };
    return { extra: zeros, stride: 0, decay: 0 };
  }

  const { joined } = list;
  return { joined, extra: (column) => (column === 'user' ? userCount() : movieCount()), forward, backward, gather, known };
}
