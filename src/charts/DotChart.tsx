import { useState } from 'react';
import { inSentence } from '../core/settings/format.ts';
import { Table } from '../ui/Table.tsx';
import { TableFrame } from '../ui/TableFrame.tsx';
import { TableSwitch } from '../ui/TableSwitch.tsx';
import { useWidth } from '../ui/use-width.ts';
import { useSay } from '../ui/words.tsx';
import styles from './DotChart.module.css';
import { type Dot, type DotAxis, layOutDots } from './dots.ts';

interface DotChartProps {
  readonly title: string;
  readonly x: DotAxis;
  readonly y: { readonly title: string };
  readonly points: readonly Dot[];
}

const HEIGHT = 180;

/** One number over another, a dot each; the same numbers as a table on request. */
export function DotChart({ title, x, y, points }: DotChartProps) {
  const say = useSay();
  const [asTable, setAsTable] = useState(false);
  const name = say(`${y.title} by ${inSentence(title)}`);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span>{name}</span>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </figcaption>
      {asTable ? <DotTable name={name} x={x} y={y} points={points} /> : <Dots name={name} x={x} points={points} />}
    </figure>
  );
}

interface DotsProps extends Pick<DotChartProps, 'x' | 'points'> {
  readonly name: string;
}

/** Laid out in the width that there is, so that the numbers keep their size. */
function Dots({ name, x, points }: DotsProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const { dots, xTicks, yTicks, plot } = layOutDots(points, x, { width, height: HEIGHT });
  return (
    <div ref={frame} className={styles.drawn}>
      <svg className={styles.dots} width={width} height={HEIGHT} role="img" aria-label={`${name}, ${points.length} points`}>
        {yTicks.map(({ at, text }) => (
          <g key={text}>
            <line className={styles.grid} x1={plot.left} x2={plot.right} y1={at} y2={at} />
            <text className={styles.tick} x={plot.left - 6} y={at} textAnchor="end" dominantBaseline="middle">
              {text}
            </text>
          </g>
        ))}
        {xTicks.map(({ at, text, anchor }) => (
          <text key={text} className={styles.tick} x={at} y={HEIGHT - 4} textAnchor={anchor}>
            {text}
          </text>
        ))}
        {dots.map(({ left, top }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are known by their place
          <circle key={at} className={styles.dot} cx={left} cy={top} r={4} />
        ))}
      </svg>
    </div>
  );
}

function DotTable({ name, x, y, points }: DotsProps & Pick<DotChartProps, 'y'>) {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return (
    <TableFrame label={`${name} as a table`} className={styles.frame}>
      <Table
        caption={name}
        isCaptionHidden
        columns={[
          { title: x.title, isNumber: true },
          { title: y.title, isNumber: true },
        ]}
        rowHeader={null}
        rows={sorted.map(({ label, y: value }, key) => ({ key, cells: [label, value.toFixed(3)] }))}
      />
    </TableFrame>
  );
}
