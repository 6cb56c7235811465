import { type Camera, type Place, type Size, toScreen } from './camera.ts';

/** The point closest to a place of the screen, within so many px; −1 where there is none. */
export function pointAt(positions: Float32Array, camera: Camera, size: Size, [x, y]: Place, within: number): number {
  let [best, least] = [-1, within ** 2];
  for (let point = 0; 2 * point < positions.length; point++) {
    const [px, py] = placeOf(positions, camera, size, point);
    const distance = (px - x) ** 2 + (py - y) ** 2;
    if (distance <= least) [best, least] = [point, distance];
  }
  return best;
}

/** Where a point lies on the screen. */
export const placeOf = (positions: Float32Array, camera: Camera, size: Size, point: number): Place =>
  toScreen(camera, size, [positions[2 * point] as number, positions[2 * point + 1] as number]);

/** The points inside of a closed outline, by the even-odd rule. */
export function pointsWithin(positions: Float32Array, camera: Camera, size: Size, outline: readonly Place[]): Int32Array {
  const inside: number[] = [];
  for (let point = 0; 2 * point < positions.length; point++) {
    if (isWithin(placeOf(positions, camera, size, point), outline)) inside.push(point);
  }
  return Int32Array.from(inside);
}

function isWithin([x, y]: Place, outline: readonly Place[]): boolean {
  let isInside = false;
  outline.forEach(([ax, ay], at) => {
    const [bx, by] = outline[(at + 1) % outline.length] as Place;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  });
  return isInside;
}
