import { madd, nmadd } from './math';

/**
 * Draws four columns of a feature's table, row after row, each given all others. An entry's row x is its mean plus the sum of the table rows on
 * its list, each times the entry's weight, plus noise; `rests` holds what is left of x without the table. With s = Σ weight² of the entries
 * that have a row on their lists, the row is drawn as (Σ weight · (rest − mean) + s · row) / (s + ridge) + noise, and taken out of the rests.
 *
 * @param offsets of `lists`, which name the entries of each row from 0 to `rows` − 1; a row without entries stays as it is
 */
export function regressColumns(
  table: usize,
  noise: usize,
  rests: usize,
  stride: usize,
  mean: usize,
  offsets: usize,
  lists: usize,
  weights: usize,
  squares: usize,
  ridge: f32,
  rows: i32,
): void {
  const center = v128.load(mean);
  for (let row: usize = 0; row < <usize>rows; row++) {
    const start = lists + (<usize>load<i32>(offsets + (row << 2)) << 2);
    const end = lists + (<usize>load<i32>(offsets + (row << 2), 4) << 2);
    if (start == end) continue;
    let sum = f32x4.splat(0);
    for (let at = start; at < end; at += 4) {
      const entry = <usize>load<i32>(at);
      const weight = v128.load_splat<f32>(weights + (entry << 2));
      sum = madd(weight, f32x4.sub(v128.load(rests + entry * stride), center), sum);
    }
    const square = load<f32>(squares + (row << 2));
    const scale = f32x4.splat(<f32>1 / (square + ridge));
    const old = v128.load(table + row * stride);
    const mid = f32x4.mul(scale, madd(f32x4.splat(square), old, sum));
    const drawn = f32x4.add(mid, v128.load(noise + row * stride));
    v128.store(table + row * stride, drawn);
    const change = f32x4.sub(drawn, old);
    for (let at = start; at < end; at += 4) {
      const entry = <usize>load<i32>(at);
      const rest = rests + entry * stride;
      v128.store(rest, nmadd(v128.load_splat<f32>(weights + (entry << 2)), change, v128.load(rest)));
    }
  }
}
