import { useId, useMemo, useState } from 'react';
import { type Graph, parameterCount } from '../../../models/graph.ts';
import { Formula } from '../../../ui/Formula.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { useWidth } from '../../../ui/use-width.ts';
import { useSay } from '../../../ui/words.tsx';
import { type Box, boxesOf } from './boxes.ts';
import { Drawing } from './Drawing.tsx';
import { formulaOf } from './formula-of.ts';
import { layOut } from './lay-out.ts';
import styles from './NetworkDiagram.module.css';

interface NetworkDiagramProps {
  readonly graph: Graph;
}

/** The network as boxes and arrows: from left to right where the width allows it, else from top to bottom. */
export function NetworkDiagram({ graph }: NetworkDiagramProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const say = useSay();
  const boxes = useMemo(
    () => boxesOf(graph).map((box) => ({ ...box, title: say(box.title), details: box.details.map(say) })),
    [graph, say],
  );
  const layout = useMemo(() => (width > 0 ? layOut(boxes, width) : null), [boxes, width]);
  const [active, setActive] = useState<string | null>(null);
  const shown = boxes.find(({ id }) => id === active);
  const hint = useId();
  return (
    <div className={styles.diagram}>
      <div ref={frame}>
        {layout && (
          <Drawing
            summary={summaryOf(boxes, parameterCount(graph))}
            hintId={hint}
            boxes={boxes}
            layout={layout}
            active={shown?.id ?? null}
            onActive={setActive}
          />
        )}
      </div>
      <div className={styles.formula}>
        {shown && <Meaning box={shown} graph={graph} />}
        <Muted id={hint} className={shown ? 'visually-hidden' : undefined}>
          Point at a box, or use the arrow keys, to see what it computes.
        </Muted>
      </div>
    </div>
  );
}

function summaryOf(boxes: readonly Box[], parameters: number): string {
  const tables = boxes.filter(({ kind }) => kind === 'table').map(({ title, details }) => `${title}, ${details[0]}`);
  const layers = boxes.filter(({ kind }) => kind === 'layer').map(({ title }) => title);
  return `Diagram of the network. ${formatCount(parameters)} parameters. ${tables.join('; ')}. Then: ${layers.join(', ')}.`;
}

function Meaning({ box, graph }: { readonly box: Box; readonly graph: Graph }) {
  const tex = formulaOf(box, graph);
  if (tex === null) return <Muted>Selects the rows of the tables that the arrows lead to.</Muted>;
  return <Formula block tex={tex} />;
}
