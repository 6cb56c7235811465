/** What of the plane is in view. */
export interface Camera {
  /** The point in the middle. */
  readonly x: number;
  readonly y: number;
  /** How many px a unit of the plane takes. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Place = readonly [number, number];

/** From the plane to px from the upper left corner; the plane's y goes up. */
export const toScreen = ({ x, y, scale }: Camera, { width, height }: Size, [px, py]: Place): Place => [
  width / 2 + (px - x) * scale,
  height / 2 - (py - y) * scale,
];

export const toPlane = ({ x, y, scale }: Camera, { width, height }: Size, [sx, sy]: Place): Place => [
  x + (sx - width / 2) / scale,
  y - (sy - height / 2) / scale,
];

const MARGIN = 0.92;

/** All points in view. */
export function fitCamera(positions: Float32Array, { width, height }: Size): Camera {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at + 1 < positions.length; at += 2) {
    const [x, y] = [positions[at] as number, positions[at + 1] as number];
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  if (left > right) return { x: 0, y: 0, scale: 1 };
  // A line has no height, and a single point neither.
  const scale = MARGIN * Math.min(width / (right - left || 1e-9), height / (top - bottom || 1e-9));
  return { x: (left + right) / 2, y: (bottom + top) / 2, scale: Math.min(scale, 1e9) };
}

/** Larger by a factor, with what is at a place of the screen staying there. */
export function zoomAt(camera: Camera, size: Size, at: Place, factor: number): Camera {
  const [x, y] = toPlane(camera, size, at);
  return { x: x + (camera.x - x) / factor, y: y + (camera.y - y) / factor, scale: camera.scale * factor };
}

/** Moved by so many px, as a hand moves a sheet. */
export const panBy = (camera: Camera, [dx, dy]: Place): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y + dy / camera.scale,
});

/** On the way from one view to another, 0 … 1; the scale goes by ratios. */
export const between = (a: Camera, b: Camera, t: number): Camera => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  scale: a.scale * (b.scale / a.scale) ** t,
});
