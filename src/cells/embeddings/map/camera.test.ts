import { describe, expect, test } from 'vitest';
import { between, fitCamera, type Place, panBy, toPlane, toScreen, zoomAt } from './camera.ts';
import { pointAt, pointsWithin } from './find-points.ts';

const SIZE = { width: 400, height: 200 };
const POINTS = Float32Array.of(-1, -1, 1, 1, 0, 0, 1, -1);
const CAMERA = fitCamera(POINTS, SIZE);
const screenOf = (point: number): Place => toScreen(CAMERA, SIZE, [POINTS[2 * point] as number, POINTS[2 * point + 1] as number]);

describe('the camera', () => {
  test('has all points in view at first, also a single one', () => {
    for (let point = 0; point < 4; point++) {
      const [x, y] = screenOf(point);
      expect(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height).toBe(true);
    }
    const one = fitCamera(Float32Array.of(3, 4), SIZE);
    expect(toScreen(one, SIZE, [3, 4])).toEqual([200, 100]);
    expect(fitCamera(new Float32Array(), SIZE)).toEqual({ x: 0, y: 0, scale: 1 });
  });

  test('goes to the screen and back', () => {
    expect(toPlane(CAMERA, SIZE, toScreen(CAMERA, SIZE, [0.3, -0.7]))).toEqual(
      [0.3, -0.7].map((value) => expect.closeTo(value, 12)),
    );
  });

  test('zooming keeps what is under the pointer, moving takes it along', () => {
    const at: Place = [40, 150];
    const under = toPlane(CAMERA, SIZE, at);
    expect(toPlane(zoomAt(CAMERA, SIZE, at, 3), SIZE, at)).toEqual(under.map((value) => expect.closeTo(value, 12)));
    expect(toPlane(panBy(CAMERA, [25, -10]), SIZE, [65, 140])).toEqual(under.map((value) => expect.closeTo(value, 12)));
  });

  test('a flight begins and ends at its ends', () => {
    const other = { x: 1, y: 2, scale: 10 * CAMERA.scale };
    expect(between(CAMERA, other, 0)).toEqual(CAMERA);
    expect(between(CAMERA, other, 1)).toEqual({ ...other, scale: expect.closeTo(other.scale, 9) });
  });
});

describe('points', () => {
  test('the closest within reach', () => {
    const [x, y] = screenOf(1);
    expect(pointAt(POINTS, CAMERA, SIZE, [x + 3, y - 2], 10)).toBe(1);
    expect(pointAt(POINTS, CAMERA, SIZE, [x + 30, y], 10)).toBe(-1);
  });

  test('inside of an outline', () => {
    const [left, top] = screenOf(1);
    const outline: readonly Place[] = [
      [left - 20, -50],
      [left + 20, -50],
      [left + 20, 400],
      [left - 20, 400],
    ];
    expect([...pointsWithin(POINTS, CAMERA, SIZE, outline)]).toEqual([1, 3]);
    expect([...pointsWithin(POINTS, CAMERA, SIZE, [[left, top]])]).toEqual([]);
  });
});
