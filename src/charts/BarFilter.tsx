import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { clamp } from '../core/clamp.ts';
import { TableSwitch } from '../ui/TableSwitch.tsx';
import { useWidth } from '../ui/use-width.ts';
import { useSay } from '../ui/words.tsx';
import styles from './BarFilter.module.css';
import { BarTable } from './BarTable.tsx';
import { barLengths, labelled, roomFor, type Setting } from './bar-lengths.ts';
import type { BarValue } from './bar-value.ts';
import { type BarSelection, moveTo, rangeOf, toggle } from './selection.ts';

interface BarFilterProps {
  readonly title: string;
  /** What is counted, such as "ratings". */
  readonly unit: string;
  /** What a bar's label is, such as "stars". */
  readonly of: string;
  readonly bars: readonly BarValue[];
  readonly scale: 'linear' | 'log';
  /** Columns stand side by side and can be brushed; rows lie below each other, with room for long labels. */
  readonly layout: 'columns' | 'rows';
  readonly selection: BarSelection;
  readonly onSelect: (selection: BarSelection) => void;
}

const ROOM = 12;
/** As the style sheet sets them. */
const TICKS: Setting = { digit: 7.5, gap: 5 };
const COUNTS: Setting = { digit: 6.6, gap: 3 };
const COUNT = new Intl.NumberFormat('en');
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/**
 * Bars that filter: click or Space takes one in or out, dragging across columns or Shift with an arrow takes a range, Escape takes
 * all out. Every bar is an option of a list box, so that it can be reached and heard.
 */
export function BarFilter({ title: plainTitle, of: plainOf, unit: plainUnit, ...rest }: BarFilterProps) {
  const say = useSay();
  const [title, of, unit] = [say(plainTitle), say(plainOf), say(plainUnit)];
  const { bars, scale } = rest;
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        <span className={styles.unit}>
          {unit}
          {scale === 'log' && ', log scale (base 10, from 0)'}
        </span>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </figcaption>
      {asTable ? (
        <BarTable title={title} of={of} unit={unit} bars={bars} />
      ) : (
        <Bars title={title} of={of} unit={unit} {...rest} />
      )}
    </figure>
  );
}

function Bars({ title, unit, of, bars, scale, layout, selection, onSelect }: BarFilterProps) {
  const id = useId();
  const [list, width] = useWidth<HTMLDivElement>();
  const [active, setActive] = useState(0);
  const anchor = useRef<number | null>(null);
  const brushed = useRef(false);
  const lengths = barLengths(
    bars.map(({ count }) => count),
    scale,
  );
  const fitting = (texts: readonly string[], setting: Setting): number =>
    width === 0 ? ROOM : Math.min(ROOM, roomFor(texts, width, setting));
  const ticks = bars.map(({ label, tick = label }) => tick);
  const withLabel = layout === 'rows' ? null : labelled(bars.length, fitting(ticks, TICKS));
  const counts = bars.map(({ count }) => SHORT.format(count));
  const showsCounts = bars.length <= fitting(counts, COUNTS);

  const barAt = ({ clientX, clientY }: PointerEvent): number => {
    const box = (list.current as HTMLDivElement).getBoundingClientRect();
    const share = layout === 'columns' ? (clientX - box.left) / box.width : (clientY - box.top) / box.height;
    return clamp(Math.floor(share * bars.length), 0, bars.length - 1);
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const bar = barAt(event);
    anchor.current = bar;
    brushed.current = false;
    setActive(bar);
    if (layout === 'columns') list.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (anchor.current === null || layout === 'rows') return;
    const bar = barAt(event);
    if (bar === (brushed.current ? active : anchor.current)) return;
    brushed.current = true;
    setActive(bar);
    onSelect(rangeOf(anchor.current, bar));
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (anchor.current !== null && !brushed.current && barAt(event) === anchor.current)
      onSelect(toggle(selection, anchor.current));
    anchor.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = moveTo(event.key, active, bars.length);
    if (to !== undefined) {
      setActive(to);
      if (event.shiftKey) onSelect([...new Set([...selection, ...rangeOf(active, to)])].sort((a, b) => a - b));
    } else if (event.key === ' ' || event.key === 'Enter') onSelect(toggle(selection, active));
    else if (event.key === 'Escape' && selection.length > 0) onSelect([]);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      role="listbox"
      aria-multiselectable="true"
      aria-orientation={layout === 'columns' ? 'horizontal' : 'vertical'}
      aria-label={`${title}: ${unit} by ${of}`}
      aria-activedescendant={`${id}-${Math.min(active, bars.length - 1)}`}
      tabIndex={0}
      className={styles.bars}
      data-layout={layout}
      data-filtered={selection.length > 0 || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        anchor.current = null;
      }}
      onKeyDown={onKeyDown}
    >
      {bars.map(({ label, count }, at) => (
        <div
          key={label}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={selection.includes(at)}
          aria-label={`${label}: ${COUNT.format(count)}`}
          className={styles.bin}
          data-active={at === active || undefined}
          title={`${label}: ${COUNT.format(count)} ${unit}`}
        >
          {layout === 'columns' && showsCounts && <span className={styles.count}>{counts[at]}</span>}
          {layout === 'rows' && <span className={styles.label}>{label}</span>}
          <span
            className={styles.bar}
            style={{ [layout === 'columns' ? 'blockSize' : 'inlineSize']: `${(lengths[at] ?? 0) * 100}%` }}
          />
          {layout === 'rows' && <span className={styles.count}>{counts[at]}</span>}
          {layout === 'columns' && <span className={styles.label}>{withLabel?.has(at) && <span>{ticks[at]}</span>}</span>}
        </div>
      ))}
    </div>
  );
}
