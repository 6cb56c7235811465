import { useCallback, useEffect, useRef, useState } from 'react';
import { observeSize } from '../../../ui/observe-size.ts';
import { useSay } from '../../../ui/words.tsx';
import type { EmbeddingMap, MapColours } from '../contract.ts';
import { type Camera, fitCamera, type Place, zoomAt } from './camera.ts';
import { placeOf, pointAt, pointsWithin } from './find-points.ts';
import styles from './Map.module.css';
import { colourReader, pointColours } from './point-colours.ts';
import { createScene, type Scene } from './scene.ts';
import { useGestures } from './use-gestures.ts';
import { useThemeKey } from './use-theme-key.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';

interface PointMapProps {
  readonly map: EmbeddingMap;
  readonly colours: MapColours | null;
  /** Drawn with a ring and a label. */
  readonly marked: { readonly point: number; readonly label: string | null } | null;
  readonly selection: Int32Array | null;
  /** A point to fly to; another object for each flight. */
  readonly flight: { readonly point: number } | null;
  readonly isLassoMode: boolean;
  readonly onHover: (point: number | null) => void;
  readonly onChoose: (point: number | null) => void;
  readonly onSelect: (points: Int32Array) => void;
}

const NEAR = 10;
/** By keyboard the point nearest to the middle is meant. */
const NEAR_MIDDLE = 80;
const FLIGHT_ZOOM = 4;

const PROBLEMS = {
  lost: 'The browser took the graphics away. The map comes back by itself; until then the table below has the same.',
  missing: 'This browser has no WebGL, so that no map can be drawn. The table below has the same.',
} as const;

/** The points, to be moved, zoomed and chosen from by mouse, touch and keys. */
export function PointMap({ map, colours, marked, selection, flight, isLassoMode, ...on }: PointMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useRef<Scene | null>(null);
  const size = useRef({ width: 1, height: 1 });
  const [shown, setShown] = useState<{ readonly camera: Camera; readonly positions: Float32Array }>(START);
  const now = useRef(shown);
  const [problem, setProblem] = useState<keyof typeof PROBLEMS | null>(null);
  const [hasKeys, setHasKeys] = useState(false);
  const say = useSay();
  const theme = useThemeKey();

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

  useEffect(() => {
    const { current } = scene;
    if (!flight || !current) return;
    const { positions } = last.current ?? START;
    const [x, y] = [positions[2 * flight.point], positions[2 * flight.point + 1]];
    if (x === undefined || y === undefined) return;
    const closer = FLIGHT_ZOOM * fitCamera(positions, size.current).scale;
    current.look({ x, y, scale: Math.max(now.current.camera.scale, closer) }, true);
  }, [flight]);

  const at = useCallback((place: Place, within: number): number | null => {
    const found = pointAt(now.current.positions, now.current.camera, size.current, place, within);
    return found < 0 ? null : found;
  }, []);
  const middle = (): Place => [size.current.width / 2, size.current.height / 2];
  const { outline, handlers } = useGestures(
    {
      view: () => ({ camera: now.current.camera, size: size.current }),
      look(camera, isFlight) {
        scene.current?.look(camera, isFlight);
        now.current = { ...now.current, camera };
        if (hasKeys) on.onHover(at(middle(), NEAR_MIDDLE));
      },
      fit: () => scene.current?.fit(),
      onHover(place) {
        if (!hasKeys) on.onHover(place && at(place, NEAR));
      },
      onTap(place) {
        setHasKeys(false);
        on.onChoose(at(place, NEAR));
      },
      onLasso: (places) => on.onSelect(pointsWithin(now.current.positions, now.current.camera, size.current, places)),
      onEnter: () => on.onChoose(at(middle(), NEAR_MIDDLE)),
      onEscape: () => on.onChoose(null),
    },
    isLassoMode,
  );
  useWheelZoom(frame, (place, factor) => {
    const { camera } = now.current;
    scene.current?.look(zoomAt(camera, size.current, place, factor), false);
  });

  const ring =
    marked && 2 * marked.point < shown.positions.length
      ? placeOf(shown.positions, shown.camera, size.current, marked.point)
      : null;
  const count = map.positions.length / 2;
  return (
    <>
      <div
        ref={frame}
        className={styles.frame}
        data-lasso={isLassoMode || undefined}
        role="application"
        aria-label={say(
          `Map of ${count} ${map.of}. Arrow keys move it, plus and minus zoom, 0 shows all, Enter chooses the point in the middle.`,
        )}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by keys
        tabIndex={0}
        {...handlers}
        onPointerDown={(event) => {
          setHasKeys(false);
          handlers.onPointerDown(event);
        }}
        onKeyDown={(event) => {
          setHasKeys(true);
          handlers.onKeyDown(event);
        }}
        onBlur={() => setHasKeys(false)}
      >
        <canvas ref={canvas} className={styles.canvas} />
        <svg className={styles.overlay} aria-hidden="true">
          {outline.length > 1 && <polygon className={styles.lasso} points={outline.map(([x, y]) => `${x},${y}`).join(' ')} />}
          {hasKeys && (
            <path className={styles.cross} d={`M${size.current.width / 2 - 8} ${size.current.height / 2}h16m-8-8v16`} />
          )}
          {ring && <circle className={styles.ring} cx={ring[0]} cy={ring[1]} r={7} />}
        </svg>
        {ring && marked?.label && (
          <span
            className={styles.label}
            translate="no"
            data-side={ring[0] > size.current.width / 2 ? 'left' : 'right'}
            style={{ insetInlineStart: ring[0], insetBlockStart: ring[1] }}
          >
            {marked.label}
          </span>
        )}
      </div>
      {problem && <p role="status">{PROBLEMS[problem]}</p>}
    </>
  );
}

const START = { camera: { x: 0, y: 0, scale: 1 }, positions: new Float32Array() };

const lengthOf = (colours: Exclude<MapColours, { kind: 'none' }>): number =>
  colours.kind === 'classes' ? colours.classes.length : colours.values.length;
