import { useMemo, useState } from 'react';
import { Table } from '../ui/Table.tsx';
import { TableFrame } from '../ui/TableFrame.tsx';
import { TableSwitch } from '../ui/TableSwitch.tsx';
import { useWidth } from '../ui/use-width.ts';
import { MarkList } from './MarkList.tsx';
import type { AxisKind } from './number-axis.ts';
import styles from './ScatterPlot.module.css';
import { type Dot, fitScatter, type Scatter } from './scatter.ts';

interface ScatterPlotProps {
  readonly title: string;
  /** What a dot is. */
  readonly of: string;
  readonly dots: readonly Dot[];
  readonly x: AxisKind;
  readonly y: AxisKind;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Two numbers of many things, as dots or as a table. */
export function ScatterPlot({ of, ...plot }: ScatterPlotProps) {
  const [asTable, setAsTable] = useState(false);
  const { title, dots, x, y } = plot;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </figcaption>
      {asTable ? (
        <TableFrame label={`${title} as a table`} className={styles.tableFrame}>
          <Table
            caption={title}
            isCaptionHidden
            columns={[{ title: of }, { title: x.title, isNumber: true }, { title: y.title, isNumber: true }]}
            rows={dots.map((dot) => ({ key: dot.id, cells: [dot.name, x.write(dot.x), y.write(dot.y)] }))}
          />
        </TableFrame>
      ) : (
        <Dots {...plot} />
      )}
    </figure>
  );
}

function Dots({ title, dots, x, y, chosen, onChoose }: Omit<ScatterPlotProps, 'of'>) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const scatter = useMemo(() => fitScatter(width > 0 ? dots : [], x, y, width), [dots, x, y, width]);
  const describe = (id: string): string => {
    const dot = dots.find((one) => one.id === id);
    return dot ? `${dot.name}: ${x.title} ${x.write(dot.x)}, ${y.title} ${y.write(dot.y)}` : '';
  };
  return (
    <div ref={frame}>
      <MarkList
        label={title}
        tracks={scatter.tracks}
        describe={describe}
        chosen={chosen}
        onChoose={onChoose}
        hint="Point at a dot, or go through them with the arrow keys."
      >
        {(pointed) => <Drawing scatter={scatter} dots={dots} rings={[chosen, pointed]} />}
      </MarkList>
    </div>
  );
}

interface DrawingProps {
  readonly scatter: Scatter;
  readonly dots: readonly Dot[];
  /** Dots that stand out. */
  readonly rings: readonly (string | null)[];
}

function Drawing({ scatter, dots, rings }: DrawingProps) {
  const { width, height, left, bottom, x, y, places, plain } = scatter;
  return (
    <svg width={width} height={height} aria-hidden="true" className={styles.drawing}>
      {y.map(({ at, label }) => (
        <g key={at}>
          <line x1={left} x2={width} y1={at} y2={at} />
          <text x={left - 8} y={at} textAnchor="end" dominantBaseline="middle">
            {label}
          </text>
        </g>
      ))}
      {x.map(({ at, label }) => (
        <g key={at}>
          <line x1={at} x2={at} y1={bottom} y2={bottom + 5} />
          <text x={at} y={bottom + 20} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <text x={0} y={12}>
        {scatter.yTitle}
      </text>
      <text x={width} y={height - 4} textAnchor="end">
        {scatter.xTitle}
      </text>
      <path d={plain} className={styles.plain} />
      {dots.map(({ id, color }) => {
        const place = places.get(id);
        if (!place || (color === null && !rings.includes(id))) return null;
        const [cx, cy] = place;
        return (
          <g key={id}>
            {rings.includes(id) && <circle cx={cx} cy={cy} r={9} className={styles.ring} />}
            {color && <circle cx={cx} cy={cy} r={6} style={{ fill: `var(${color})` }} className={styles.dot} />}
          </g>
        );
      })}
    </svg>
  );
}
