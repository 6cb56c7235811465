import { Disclosure } from '../../../ui/Disclosure.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { useSay } from '../../../ui/words.tsx';
import styles from './MovieVector.module.css';

interface MovieVectorProps {
  readonly vector: Float32Array;
}

/** The numbers of an embedding, as bars and as text. */
export function MovieVector({ vector }: MovieVectorProps) {
  return (
    <Disclosure title="Numbers of this embedding" hint={`${formatCount(vector.length)} of them`}>
      <Numbers vector={vector} />
    </Disclosure>
  );
}

const HEIGHT = 80;

function Numbers({ vector }: MovieVectorProps) {
  const say = useSay();
  const most = vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  return (
    <div className={styles.numbers}>
      <Muted>
        A dot product multiplies each number by the user’s number at the same place and adds up the products. Dense layers take
        all these numbers as inputs. A single number means little by itself: see “What the numbers say”.
      </Muted>
      <svg
        className={styles.strip}
        viewBox={`0 ${-HEIGHT / 2} ${vector.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say(`Bars of the ${vector.length} numbers, up to ${most.toFixed(3)} from zero; the text below has them.`)}
      >
        {Array.from(vector, (value, factor) => {
          const height = (Math.abs(value) / most) * (HEIGHT / 2);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a number of an embedding is known by its place alone
            <rect key={factor} className={styles.bar} x={factor + 0.1} y={value < 0 ? 0 : -height} width={0.8} height={height} />
          );
        })}
        <line className={styles.zero} x1={0} x2={vector.length} y1={0} y2={0} />
      </svg>
      <p className={styles.text} translate="no">
        [{Array.from(vector, written).join(', ')}]
      </p>
    </div>
  );
}

const written = (value: number): string => value.toFixed(3).replace('-', '−');
