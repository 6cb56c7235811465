import { useState } from 'react';
import { clamp } from '../../../core/clamp.ts';
import { useSay } from '../../../ui/words.tsx';
import type { EmbeddingMap, MapColours, PointRow } from '../contract.ts';
import { type Place, type Size, toScreen, zoomAt } from './camera.ts';
import { placeOf, pointAt, pointsWithin } from './find-points.ts';
import styles from './Map.module.css';
import { useGestures } from './use-gestures.ts';
import { type SceneProblem, useColours, useFlight, useScene } from './use-scene.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';

interface PointMapProps {
  readonly map: EmbeddingMap;
  readonly colours: MapColours | null;
  /** Drawn with a ring and a label. */
  readonly marked: { readonly point: number; readonly label: string | null } | null;
  /** Its neighbours, drawn with smaller rings. */
  readonly neighbours: readonly Pick<PointRow, 'point'>[];
  /** Where the visitor is; null where that is not known. */
  readonly own: Place | null;
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

const PROBLEMS: Readonly<Record<SceneProblem, string>> = {
  lost: 'The browser took the graphics away. The map comes back by itself. Until then, show the points as a table.',
  missing: 'This browser has no WebGL, so it cannot draw the map. Show the points as a table instead.',
};

/** The points, to be moved, zoomed and chosen from by mouse, touch and keys. */
export function PointMap({ map, colours, marked, neighbours, own, selection, flight, isLassoMode, ...on }: PointMapProps) {
  const [hasKeys, setHasKeys] = useState(false);
  const say = useSay();
  const { frame, canvas, scene, now, size, shown, problem } = useScene(map);
  useColours(canvas, scene, map, colours, selection);
  useFlight(flight, scene, now, size, map);

  const at = (place: Place, within: number): number | null => {
    const found = pointAt(now.current.positions, now.current.camera, size.current, place, within);
    return found < 0 ? null : found;
  };
  const select = (outline: readonly Place[]): void =>
    on.onSelect(pointsWithin(now.current.positions, now.current.camera, size.current, outline));
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
      onLasso: select,
      onSelectView() {
        const { width, height } = size.current;
        select([
          [0, 0],
          [width, 0],
          [width, height],
          [0, height],
        ]);
      },
      onEnter: () => on.onChoose(at(middle(), NEAR_MIDDLE)),
      onEscape: () => on.onChoose(null),
    },
    isLassoMode,
  );
  useWheelZoom(frame, (place, factor) => {
    const { camera } = now.current;
    scene.current?.look(zoomAt(camera, size.current, place, factor), false);
  });

  const placeNow = (point: number): Place | null =>
    2 * point < shown.positions.length ? placeOf(shown.positions, shown.camera, size.current, point) : null;
  const ring = marked && placeNow(marked.point);
  const ownAt = own && withinFrame(toScreen(shown.camera, size.current, own), size.current);
  const count = map.positions.length / 2;
  return (
    <>
      <div
        ref={frame}
        className={styles.frame}
        data-lasso={isLassoMode || undefined}
        role="application"
        aria-label={say(
          `Map of ${count} ${map.of}. Arrow keys move it, plus and minus zoom, 0 shows all, Enter chooses the point in the middle, S selects all in view.`,
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
          {ownAt && <path className={styles.own} d={`M${ownAt[0]} ${ownAt[1] - 9}l9 9l-9 9l-9 -9z`} />}
          {neighbours.map(({ point }) => {
            const at = placeNow(point);
            return at && <circle key={point} className={styles.neighbour} cx={at[0]} cy={at[1]} r={6} />;
          })}
          {ring && <circle className={styles.ring} cx={ring[0]} cy={ring[1]} r={7} />}
        </svg>
        {ownAt && (
          <span
            className={styles.label}
            data-side={ownAt[0] > size.current.width / 2 ? 'left' : 'right'}
            style={{ insetInlineStart: ownAt[0], insetBlockStart: ownAt[1] }}
          >
            You
          </span>
        )}
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

const EDGE = 14;

/** What is outside of the view is drawn at its edge. */
const withinFrame = ([x, y]: Place, { width, height }: Size): Place => [
  clamp(x, EDGE, Math.max(EDGE, width - EDGE)),
  clamp(y, EDGE, Math.max(EDGE, height - EDGE)),
];
