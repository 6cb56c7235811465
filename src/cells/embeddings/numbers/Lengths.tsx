import { useState } from 'react';
import type { LengthBin } from '../../../core/embeddings/length-bins.ts';
import { formatCount } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Table } from '../../../ui/Table.tsx';
import { TableSwitch } from '../../../ui/TableSwitch.tsx';
import { useSay } from '../../../ui/words.tsx';
import styles from '../Embeddings.module.css';
import chart from './Lengths.module.css';

interface LengthsProps {
  readonly bins: readonly LengthBin[];
  readonly correlation: number;
}

const HEIGHT = 180;
const BIN = 56;

/** How long embeddings are by how often the movie was rated. */
export function Lengths({ bins, correlation }: LengthsProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={styles.section} aria-label="Length of embeddings">
      <h3 className={styles.heading}>Length and number of ratings</h3>
      <Muted>
        Correlation of an embedding’s length with the logarithm of its movie’s number of ratings: {correlation.toFixed(2)}. L2 and
        few ratings keep an embedding short.
      </Muted>
      <TableSwitch on={asTable} onChange={setAsTable} />
      {asTable ? <LengthTable bins={bins} /> : <LengthChart bins={bins} />}
    </section>
  );
}

/** A bar from the lower to the upper quartile of each group, with a line at its median. */
function LengthChart({ bins }: Pick<LengthsProps, 'bins'>) {
  const say = useSay();
  const most = Math.max(...bins.map(({ upperQuartile }) => upperQuartile)) || 1;
  const y = (length: number): number => HEIGHT - (length / most) * (HEIGHT - 16);
  const width = Math.max(1, bins.length) * BIN;
  return (
    <figure className={chart.figure}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + 34}`}
        className={chart.chart}
        style={{ maxInlineSize: `${width * 1.4}px` }}
        role="img"
        aria-label={say(
          `Length of embeddings by number of ratings; medians ${bins.map(({ median }) => median.toFixed(2)).join(', ')}.`,
        )}
      >
        {bins.map(({ from, to, lowerQuartile, median, upperQuartile }, at) => (
          <g key={from}>
            <rect
              className={chart.bar}
              x={at * BIN + 10}
              y={y(upperQuartile)}
              width={BIN - 20}
              height={Math.max(1, y(lowerQuartile) - y(upperQuartile))}
            />
            <line className={chart.median} x1={at * BIN + 6} x2={(at + 1) * BIN - 6} y1={y(median)} y2={y(median)} />
            <text className={chart.value} x={(at + 0.5) * BIN} y={y(upperQuartile) - 4}>
              {median.toFixed(2)}
            </text>
            <text className={chart.tick} x={(at + 0.5) * BIN} y={HEIGHT + 14}>
              {from === to ? from : `${from}–${to}`}
            </text>
          </g>
        ))}
        <line className={chart.axis} x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} />
        <text className={chart.tick} x={width / 2} y={HEIGHT + 31}>
          {say('Ratings of the movie')}
        </text>
      </svg>
      <Muted as="figcaption">Lengths from the lower to the upper quartile; the line and the number are the median.</Muted>
    </figure>
  );
}

const LengthTable = ({ bins }: Pick<LengthsProps, 'bins'>) => (
  <Table
    caption="Length of embeddings"
    columns={['Ratings', 'Movies', 'Lower quartile', 'Median', 'Upper quartile'].map((title, at) => ({
      title,
      isNumber: at > 0,
    }))}
    rows={bins.map(({ from, to, movies, lowerQuartile, median, upperQuartile }) => ({
      key: from,
      cells: [
        from === to ? from : `${from}–${to}`,
        formatCount(movies),
        ...[lowerQuartile, median, upperQuartile].map((length) => length.toFixed(2)),
      ],
    }))}
  />
);
