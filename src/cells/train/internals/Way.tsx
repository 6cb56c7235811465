import { useState } from 'react';
import { toStars } from '../../../core/target.ts';
import type { LayerView, PairView } from '../../../models/inspection.ts';
import { plainName } from '../../../models/plain-name.ts';
import { Formula } from '../../../ui/Formula.tsx';
import { formatStars } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { TableSwitch } from '../../../ui/TableSwitch.tsx';
import { useSay } from '../../../ui/words.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import type { Inspection } from './contract.ts';
import styles from './FollowRating.module.css';
import { errorTex, predictionTex } from './prediction-tex.ts';
import { largest, Strip } from './Strip.tsx';

/** A line of the figure: a layer's numbers, or the products that a dot product adds up. */
interface Line {
  readonly label: string;
  readonly values: ArrayLike<number>;
  /** ∂e² / ∂value; none for products. */
  readonly errors: ArrayLike<number> | null;
}

/** The watched rating on its way through the layers, down to its error. */
export function Way({ inspection: { view, target, rating } }: { readonly inspection: Inspection }) {
  const [asTable, setAsTable] = useState(false);
  const say = useSay();
  const lines = linesOf(view).map((line) => ({ ...line, label: say(line.label) }));
  const stars = formatStars(toStars(view.prediction, target));
  return (
    <figure className={styles.way}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>
          {rating.title}
          {say(`: predicted ${stars} stars, rated ${rating.stars}`)}
        </span>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </figcaption>
      {asTable ? (
        <ColumnTable
          caption="The numbers of each layer, and the gradient of the squared error"
          columns={lines.flatMap(({ label, values, errors }) => [
            { label, values },
            ...(errors ? [{ label: `∂e²/∂ ${label.toLowerCase()}`, values: errors }] : []),
          ])}
        />
      ) : (
        <Strips lines={lines} />
      )}
      <Formula block tex={`${predictionTex(view, say)}, \\qquad ${errorTex(view)}`} />
      {(target.scale !== 1 || target.offset !== 0) && (
        <Muted>
          These are in units of the target: stars = {target.offset.toFixed(3)} + {target.scale.toFixed(3)} × value.
        </Muted>
      )}
    </figure>
  );
}

function Strips({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <div className={styles.strips}>
      <span className={styles.head} />
      <span className={styles.head}>value</span>
      <span className={styles.head}>∂e²/∂value</span>
      {lines.map(({ label, values, errors }) => (
        <div key={label} className={styles.line}>
          <span className={styles.label}>{label}</span>
          <Strip label={label} values={values} most={scaleOf(label, lines)} />
          {errors ? <Strip label={`Gradient of the squared error by ${label.toLowerCase()}`} values={errors} /> : <span />}
        </div>
      ))}
    </div>
  );
}

/** The two sides of a dot product are drawn to one scale. */
function scaleOf(label: string, lines: readonly Line[]): number | undefined {
  if (!label.endsWith('factors')) return undefined;
  return largest(...lines.filter((line) => line.label.endsWith('factors')).map(({ values }) => values));
}

/** Layers of more than one number; what has one stands in the formula below. */
function linesOf({ layers }: PairView): readonly Line[] {
  const byName = new Map(layers.map((layer) => [layer.node.name, layer]));
  return layers.flatMap((layer): Line[] => {
    const { node, values, errors } = layer;
    if (node.kind === 'dot') {
      const [x, y] = node.inputs.map((name) => byName.get(name)) as [LayerView, LayerView];
      const products = x.values.map((value, d) => value * (y.values[d] as number));
      return [{ label: 'Products', values: products, errors: null }];
    }
    // Only a training step drops units.
    if (node.kind === 'dropout') return [];
    return values.length > 1 ? [{ label: plainName(node.name), values, errors }] : [];
  });
}
