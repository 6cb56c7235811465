import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './AxisBrush.module.css';
import { valueAt } from './number-axis.ts';
import { type AxisInterval, heightOf, type ParallelAxis, type PlacedAxis, shareAt } from './parallel.ts';

interface AxisBrushProps {
  readonly axis: ParallelAxis;
  readonly placed: PlacedAxis;
  readonly range: AxisInterval | undefined;
  readonly onRange: (range: AxisInterval | null) => void;
}

const WIDTH = 36;
/** A press that moves no farther takes the range away. */
const CLICK = 3;
/** Of the distance between two names. */
const AROUND_NAME = 0.4;

/** Chooses a range of an axis: by dragging along it, or with the arrow keys on its two ends; a click or Escape takes it away. */
export function AxisBrush({ axis, placed, range, onRange }: AxisBrushProps) {
  const pressed = useRef<{ readonly y: number; readonly value: number } | null>(null);
  const valueUnder = ({ currentTarget, clientY }: PointerEvent<HTMLElement>): number =>
    valueAt(shareAt(clientY - (currentTarget.parentElement as HTMLElement).getBoundingClientRect().top), placed.axis);
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pressed.current = { y: event.clientY, value: valueUnder(event) };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (!pressed.current || Math.abs(event.clientY - pressed.current.y) <= CLICK) return;
    const [one, other] = [pressed.current.value, valueUnder(event)];
    onRange({ from: Math.min(one, other), to: Math.max(one, other) });
  };
  const onPointerUp = ({ clientY }: PointerEvent<HTMLElement>): void => {
    if (pressed.current && Math.abs(clientY - pressed.current.y) <= CLICK && range) onRange(null);
    pressed.current = null;
  };
  const around = axis.isNamed ? AROUND_NAME : 0;
  const [lower, upper] = range ? [heightOf(range.from - around, placed.axis), heightOf(range.to + around, placed.axis)] : [0, 0];
  return (
    <>
      <div
        className={styles.brush}
        style={{ insetInlineStart: placed.x - WIDTH / 2, inlineSize: WIDTH }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
      >
        {range && <span className={styles.range} style={{ insetBlockStart: upper, blockSize: Math.max(2, lower - upper) }} />}
      </div>
      <End axis={axis} placed={placed} range={range} onRange={onRange} end="from" />
      <End axis={axis} placed={placed} range={range} onRange={onRange} end="to" />
    </>
  );
}

interface EndProps extends AxisBrushProps {
  readonly end: keyof AxisInterval;
}

function End({ axis, placed, range, onRange, end }: EndProps) {
  const { stops, title, write } = axis;
  const [first = 0, last = 0] = [stops[0], stops.at(-1)];
  const whole = { from: first, to: last };
  const value = (range ?? whole)[end];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Delete') onRange(null);
    else {
      const to = stopAfter(event.key, value, stops);
      if (to === undefined) return;
      const moved = { ...(range ?? whole), [end]: to };
      const ordered = { from: Math.min(moved.from, moved.to), to: Math.max(moved.from, moved.to) };
      onRange(ordered.from <= first && ordered.to >= last ? null : ordered);
    }
    event.preventDefault();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={styles.end}
      data-end={end}
      aria-label={`${title}, ${end === 'from' ? 'from' : 'up to'}`}
      aria-orientation="vertical"
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={value}
      aria-valuetext={write(value)}
      style={{ insetInlineStart: placed.x, insetBlockStart: heightOf(value, placed.axis) }}
      onKeyDown={onKeyDown}
    />
  );
}

/** The value that a key leads to; undefined of other keys. */
function stopAfter(key: string, value: number, stops: readonly number[]): number | undefined {
  if (key === 'Home') return stops[0];
  if (key === 'End') return stops.at(-1);
  if (key === 'ArrowUp' || key === 'ArrowRight') return stops.find((stop) => stop > value) ?? stops.at(-1);
  if (key === 'ArrowDown' || key === 'ArrowLeft') return stops.findLast((stop) => stop < value) ?? stops[0];
  return undefined;
}
