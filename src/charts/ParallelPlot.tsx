import { useMemo } from 'react';
import { useWidth } from '../ui/use-width.ts';
import { AxisBrush } from './AxisBrush.tsx';
import { MarkList } from './MarkList.tsx';
import styles from './ParallelPlot.module.css';
import { type AxisInterval, fitParallel, joinPaths, type Parallel, type ParallelAxis, type Strand } from './parallel.ts';

interface ParallelPlotProps {
  readonly title: string;
  /** The same objects as long as no line moves: ranges, and which lines are out of them, may change without. */
  readonly axes: readonly ParallelAxis[];
  readonly strands: readonly Strand[];
  /** By the names of axes. */
  readonly ranges: Readonly<Record<string, AxisInterval>>;
  readonly out: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onRange: (axis: string, range: AxisInterval | null) => void;
}

/** Parallel coordinates: an axis for each number, a line for each thing, and a range on any axis that can be chosen. */
export function ParallelPlot({ title, axes, strands, ranges, out, chosen, onChoose, onRange }: ParallelPlotProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const parallel = useMemo(() => fitParallel(axes, width > 0 ? strands : [], width), [axes, strands, width]);
  const inside = useMemo(() => parallel.tracks.filter(({ id }) => !out.has(id)), [parallel, out]);
  const describe = (id: string): string => {
    const strand = strands.find((one) => one.id === id);
    if (!strand) return '';
    const parts = axes.map((axis, at) => `${axis.title} ${writeOr(strand.values[at] ?? null, axis)}`);
    return `${strand.name}: ${parts.join(', ')}`;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={frame} className={styles.frame} aria-label={`Scrollable: ${title}`} tabIndex={0}>
      <div className={styles.plot} style={{ inlineSize: parallel.width }}>
        <MarkList
          label={title}
          tracks={inside}
          describe={describe}
          chosen={chosen}
          onChoose={onChoose}
          hint="Drag along an axis to keep the runs within a range; a click there ends it."
        >
          {(pointed) => <Drawing parallel={parallel} strands={strands} out={out} marked={pointed ?? chosen} />}
        </MarkList>
        <div className={styles.brushes} style={{ blockSize: parallel.height }}>
          {axes.map((axis, at) => {
            const placed = parallel.axes[at];
            if (!placed) return null;
            const set = (range: AxisInterval | null): void => onRange(axis.name, range);
            return <AxisBrush key={axis.name} axis={axis} placed={placed} range={ranges[axis.name]} onRange={set} />;
          })}
        </div>
      </div>
    </section>
  );
}

const writeOr = (value: number | null, { write }: ParallelAxis): string => (value === null ? '–' : write(value));

interface DrawingProps {
  readonly parallel: Parallel;
  readonly strands: readonly Strand[];
  readonly out: ReadonlySet<string>;
  /** The line that stands out. */
  readonly marked: string | null;
}

function Drawing({ parallel, strands, out, marked }: DrawingProps) {
  const { width, height, top, bottom, axes, paths } = parallel;
  const [outside, plain] = useMemo(
    () => [
      joinPaths(
        parallel,
        strands.filter(({ id }) => out.has(id)),
      ),
      joinPaths(
        parallel,
        strands.filter(({ id, color }) => !out.has(id) && color === null),
      ),
    ],
    [parallel, strands, out],
  );
  return (
    <svg width={width} height={height} aria-hidden="true" className={styles.drawing}>
      <path d={outside} className={styles.outside} />
      <path d={plain} className={styles.plain} />
      {strands.map(
        ({ id, color }) =>
          color !== null &&
          !out.has(id) && <path key={id} d={paths.get(id)} className={styles.own} style={{ stroke: `var(${color})` }} />,
      )}
      {marked !== null && <path d={paths.get(marked)} className={styles.marked} />}
      {axes.map(({ axis, x, titleLines, ticks }) => (
        <g key={axis.title}>
          <line x1={x} x2={x} y1={top} y2={bottom} />
          {titleLines.map((line, at) => (
            <text key={line} x={x + 12} y={14 + at * 14} textAnchor="end" className={styles.title}>
              {line}
            </text>
          ))}
          {ticks.map(({ at, label }) => (
            <text key={label} x={x - 8} y={at} textAnchor="end" dominantBaseline="middle">
              {label}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}
