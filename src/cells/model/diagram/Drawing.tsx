import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { classes } from '../../../ui/classes.ts';
import { formatCount } from '../../../ui/format.ts';
import { useSay } from '../../../ui/words.tsx';
import type { Box } from './boxes.ts';
import type { DiagramLayout } from './lay-out.ts';
import styles from './NetworkDiagram.module.css';

interface DrawingProps {
  readonly boxes: readonly Box[];
  readonly layout: DiagramLayout;
  /** The diagram in words, and the id of what says how to walk through it. */
  readonly summary: string;
  readonly hintId: string;
  /** The box whose arrows stand out. */
  readonly active: string | null;
  readonly onActive: (id: string) => void;
}

/** The boxes as one stop of the Tab key; arrow keys walk through them. */
export function Drawing({ boxes, layout, summary, hintId, active, onActive }: DrawingProps) {
  const arrow = useId();
  const say = useSay();
  const root = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const current = Math.min(stop, boxes.length - 1);
  const walk = (event: KeyboardEvent): void => {
    const to = walkTo(event.key, current, boxes.length);
    if (to === null) return;
    event.preventDefault();
    setStop(to);
    root.current?.querySelectorAll('button')[to]?.focus();
  };
  const touches = (edge: { readonly from: string; readonly to: string }): boolean => edge.from === active || edge.to === active;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={root}
      role="group"
      aria-label={summary}
      aria-describedby={hintId}
      className={classes(styles.drawing, styles[layout.direction])}
      style={{ blockSize: layout.height }}
      onKeyDown={walk}
    >
      <svg className={styles.edges} width={layout.width} height={layout.height} aria-hidden="true">
        <marker
          id={arrow}
          viewBox="0 0 6 6"
          refX="6"
          refY="3"
          markerWidth="7"
          markerHeight="7"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 6 3 0 6z" className={styles.arrow} />
        </marker>
        {layout.edges
          .toSorted((a, b) => Number(touches(a)) - Number(touches(b)))
          .map((edge) => (
            <path
              key={`${edge.from} ${edge.to}`}
              d={edge.path}
              className={classes(styles.edge, touches(edge) && styles.lit)}
              markerEnd={`url(#${arrow})`}
            />
          ))}
      </svg>
      {layout.boxes.map(({ id, x, y, width, height }, at) => {
        const box = byId.get(id) as Box;
        return (
          <button
            key={id}
            type="button"
            tabIndex={at === current ? 0 : -1}
            className={classes(styles.box, styles[box.kind], box.answer !== null && styles.prediction)}
            style={{ insetInlineStart: x, insetBlockStart: y, inlineSize: width, blockSize: height }}
            aria-label={say(describe(box))}
            onFocus={() => {
              setStop(at);
              onActive(id);
            }}
            onPointerMove={() => onActive(id)}
          >
            <BoxText box={box} />
          </button>
        );
      })}
    </div>
  );
}

function walkTo(key: string, from: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(from + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

interface BoxTextProps {
  readonly box: Box;
}

function BoxText({ box: { kind, answer, title, details, shape, parameters } }: BoxTextProps) {
  return (
    <>
      <span className={styles.title}>{answer ? `${title} = ${answer}` : title}</span>
      {kind !== 'input' && (
        <>
          <span className={styles.details}>
            {details.map((detail) => (
              <span key={detail}>{detail}</span>
            ))}
          </span>
          <span className={styles.shape}>{shape}</span>
          {parameters > 0 && <span className={styles.parameters}>{formatCount(parameters)}</span>}
        </>
      )}
    </>
  );
}

function describe({ title, details, shape, parameters, inputs, kind }: Box): string {
  if (kind === 'input') return title;
  const counted = parameters > 0 ? `, ${formatCount(parameters)} parameters` : '';
  const reads = inputs.map((input) => input.replaceAll('_', ' ')).join(', ');
  return `${title}: ${details.join(', ')}. Output ${shape}${counted}. Reads ${reads}.`;
}
