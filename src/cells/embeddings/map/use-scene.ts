import { type RefObject, useEffect, useRef, useState } from 'react';
import { observeSize } from '../../../ui/observe-size.ts';
import type { EmbeddingMap, MapColours } from '../contract.ts';
import { type Camera, fitCamera, type Size } from './camera.ts';
import { colourReader, pointColours } from './point-colours.ts';
import { createScene, type Scene } from './scene.ts';
import { useThemeKey } from './use-theme-key.ts';

export type SceneProblem = 'lost' | 'missing';

interface Frame {
  readonly camera: Camera;
  readonly positions: Float32Array;
}

const START: Frame = { camera: { x: 0, y: 0, scale: 1 }, positions: new Float32Array() };

/** The points of a map on a canvas, as large as its frame. `now` is what was drawn last, `shown` the same as state. */
export function useScene(map: EmbeddingMap) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useRef<Scene | null>(null);
  const size = useRef<Size>({ width: 1, height: 1 });
  const [shown, setShown] = useState(START);
  const now = useRef(shown);
  const [problem, setProblem] = useState<SceneProblem | null>(null);

  useEffect(() => {
    const [element, drawn] = [frame.current, canvas.current];
    if (!element || !drawn) return;
    const made = createScene(drawn, {
      onFrame(camera, positions) {
        now.current = { camera, positions };
        setShown(now.current);
      },
      onProblem: setProblem,
    });
    scene.current = made;
    const measure = (): void => {
      size.current = { width: element.clientWidth, height: element.clientHeight };
      made.resize(size.current);
    };
    measure();
    const end = observeSize(element, measure);
    return () => {
      end();
      made.dispose();
      scene.current = null;
    };
  }, []);

  const last = useRef<EmbeddingMap | null>(null);
  useEffect(() => {
    const { current: before } = last;
    scene.current?.show(map.positions, before?.runId === map.runId && before.of === map.of && before.method === map.method);
    last.current = map;
  }, [map]);

  return { frame, canvas, scene, now, size, shown, problem };
}

/** Colours the points in the theme of the page; without colours of these very points they are grey. */
export function useColours(
  canvas: RefObject<HTMLElement | null>,
  scene: RefObject<Scene | null>,
  map: EmbeddingMap,
  colours: MapColours | null,
  selection: Int32Array | null,
): void {
  const theme = useThemeKey();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is what the colours are read in
  useEffect(() => {
    const count = map.positions.length / 2;
    const isOfThese = colours === null || colours.kind === 'none' || lengthOf(colours) === count;
    // The theme is on the document by then.
    const later = requestAnimationFrame(() => {
      if (!canvas.current) return;
      scene.current?.colour(pointColours(isOfThese ? colours : null, count, selection, colourReader(canvas.current)));
    });
    return () => cancelAnimationFrame(later);
  }, [map, colours, selection, theme]);
}

const lengthOf = (colours: Exclude<MapColours, { kind: 'none' }>): number =>
  colours.kind === 'classes' ? colours.classes.length : colours.values.length;

/** Closer than all points at once by so much. */
const FLIGHT_ZOOM = 4;

/** Flies to a point whenever another flight is asked for. */
export function useFlight(
  flight: { readonly point: number } | null,
  scene: RefObject<Scene | null>,
  now: RefObject<Frame>,
  size: RefObject<Size>,
  { positions }: EmbeddingMap,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: points that have moved since are no flight
  useEffect(() => {
    if (!flight) return;
    const [x, y] = [positions[2 * flight.point], positions[2 * flight.point + 1]];
    if (x === undefined || y === undefined) return;
    const closer = FLIGHT_ZOOM * fitCamera(positions, size.current).scale;
    scene.current?.look({ x, y, scale: Math.max(now.current.camera.scale, closer) }, true);
  }, [flight]);
}
