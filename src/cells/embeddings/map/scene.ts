import { clamp } from '../../../core/clamp.ts';
import { between, type Camera, fitCamera, type Size } from './camera.ts';
import { createWebglPoints, type WebglPoints } from './webgl-points.ts';

/** The points on the canvas with the camera over them. */
export interface Scene {
  /** Points of the same number move to their new places. All come into view, unless they are the same ones and the view was chosen. */
  show(positions: Float32Array, areSame: boolean): void;
  colour(colours: Uint8Array): void;
  /** The view from now on, at once or by a short flight. */
  look(camera: Camera, isFlight: boolean): void;
  fit(): void;
  resize(size: Size): void;
  dispose(): void;
}

export interface SceneListeners {
  /** After each drawing: the camera, and where the points are now. */
  onFrame(camera: Camera, positions: Float32Array): void;
  /** Why nothing can be drawn, or null where it can again. */
  onProblem(problem: 'lost' | 'missing' | null): void;
}

const MOVE_MILLISECONDS = 450;

export function createScene(canvas: HTMLCanvasElement, { onFrame, onProblem }: SceneListeners): Scene {
  let points: WebglPoints | null = null;
  let size: Size = { width: 1, height: 1 };
  let [from, to] = [new Float32Array(), new Float32Array()];
  let colours = new Uint8Array();
  let [cameraFrom, camera]: [Camera, Camera] = [fitCamera(to, size), fitCamera(to, size)];
  /** When the points and the camera began to move. */
  let [moved, flown] = [-Infinity, -Infinity];
  let frame = 0;
  let isChosen = false;
  /** The scale at which all points are in view. */
  let fitted = 1;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');

  const shareSince = (start: number): number =>
    isStill.matches ? 1 : ease(Math.min(1, (performance.now() - start) / MOVE_MILLISECONDS));

  function open(): void {
    points = createWebglPoints(canvas);
    if (points) {
      points.setPositions(from, to);
      if (colours.length === 2 * to.length) points.setColours(colours);
    }
    onProblem(points ? null : 'missing');
    request();
  }

  function request(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  }

  function draw(): void {
    // A frame more than the GPU has done would keep the page waiting for it.
    if (points?.isBusy()) {
      request();
      return;
    }
    const [share, flight] = [shareSince(moved), shareSince(flown)];
    const now = between(cameraFrom, camera, flight);
    // Without their colours points would be black for a moment.
    if (colours.length === 2 * to.length) points?.draw(now, size, share, diameterOf(to.length / 2, size, now.scale / fitted));
    onFrame(now, share === 1 ? to : onTheWay(share));
    if (share < 1 || flight < 1) request();
  }

  const onTheWay = (share: number): Float32Array<ArrayBuffer> =>
    to.map((value, at) => (from[at] as number) + share * (value - (from[at] as number)));

  const onLost = (event: Event): void => {
    // Else the browser never gives it back.
    event.preventDefault();
    points = null;
    onProblem('lost');
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', open);
  open();

  function look(next: Camera, isFlight: boolean): void {
    cameraFrom = isFlight ? between(cameraFrom, camera, shareSince(flown)) : next;
    camera = next;
    flown = isFlight ? performance.now() : -Infinity;
    request();
  }

  function fitAll(): Camera {
    const all = fitCamera(to, size);
    fitted = all.scale;
    return all;
  }

  return {
    show(positions, areSame) {
      const canMove = positions.length === to.length;
      from = canMove ? onTheWay(shareSince(moved)) : positions.slice();
      to = positions.slice();
      moved = canMove ? performance.now() : -Infinity;
      points?.setPositions(from, to);
      isChosen &&= areSame;
      if (isChosen) request();
      else look(fitAll(), canMove);
    },
    colour(next) {
      colours = next.slice();
      points?.setColours(colours);
      request();
    },
    look(next, isFlight) {
      isChosen = true;
      look(next, isFlight);
    },
    fit() {
      isChosen = false;
      look(fitAll(), true);
    },
    resize(next) {
      size = next;
      canvas.width = Math.round(next.width * devicePixelRatio);
      canvas.height = Math.round(next.height * devicePixelRatio);
      if (!isChosen) look(fitAll(), false);
      request();
    },
    dispose() {
      cancelAnimationFrame(frame);
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', open);
      points?.dispose();
    },
  };
}

const ease = (t: number): number => t * t * (3 - 2 * t);

/** In px: the fewer points and the closer, the larger. */
const diameterOf = (points: number, { width }: Size, zoom: number): number =>
  clamp(width / (2 * Math.sqrt(points + 1)), 3.5, 9) * clamp(Math.sqrt(zoom), 1, 3);
