import { useEffect, useRef, useState } from 'react';
import { observeSize } from '../ui/observe-size.ts';
import styles from './CurveChart.module.css';
import type { Curves } from './curve.ts';
import { type CurveFrame, createCurveDrawer } from './draw-curves.ts';
import { createDrawLoop, type DrawLoop } from './draw-loop.ts';
import type { Size } from './layout.ts';

interface CurvePlotProps {
  readonly curves: Curves;
  /** The chart in words. */
  readonly summary: string;
  /** Whether points come while a model is trained, from which drawing must take little. */
  readonly isLive: boolean;
  /** Stable from render to render. */
  readonly onFail: () => void;
}

/** The drawn chart, as wide as its container. It loads the chart library and shows a placeholder until the first draw. */
export function CurvePlot({ curves, summary, isLive, onFail }: CurvePlotProps) {
  const canvas = useRef<HTMLDivElement>(null);
  const loop = useRef<DrawLoop<CurveFrame>>(null);
  const [size, setSize] = useState<Size>();

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const unobserve = observeSize(element, () => setSize({ width: element.clientWidth, height: element.clientHeight }));
    const drawer = createCurveDrawer(element);
    const fail = (thrown: unknown): void => {
      reportError(thrown);
      onFail();
    };
    const running = createDrawLoop(drawer.draw, fail, isLive);
    loop.current = running;
    return () => {
      unobserve();
      running.stop();
      drawer.release();
    };
  }, [isLive, onFail]);

  useEffect(() => {
    if (size && size.width > 0) loop.current?.request({ curves, size });
  }, [curves, size]);

  return (
    <div className={styles.plot} role="img" aria-label={summary}>
      <div ref={canvas} className={styles.canvas} aria-hidden="true" />
    </div>
  );
}
