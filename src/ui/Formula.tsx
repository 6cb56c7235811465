import { useEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import styles from './Formula.module.css';
import { Pending } from './Reserved.tsx';

interface FormulaProps {
  readonly tex: string;
  /** A line of its own, set larger. */
  readonly block?: boolean;
}

/** A formula as MathML, by KaTeX, which is fetched with the first formula; its TeX until then and where that fails. */
export function Formula({ tex, block = false }: FormulaProps) {
  const target = useRef<HTMLSpanElement>(null);
  const [done, setDone] = useState(false);
  useEffect(() => {
    let current = true;
    const show = async (): Promise<void> => {
      const { typeset } = await import('./typeset.ts');
      if (!current || !target.current) return;
      await typeset(tex, target.current, block);
      if (current) setDone(true);
    };
    show().catch(reportError);
    return () => {
      current = false;
    };
  }, [tex, block]);
  const formula = (
    <>
      {!done && <Pending />}
      {!done && <code className={styles.tex}>{tex}</code>}
      <span ref={target} />
    </>
  );
  if (!block) return <span>{formula}</span>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <figure className={classes('scroll-cue', styles.block)} aria-label="Formula" tabIndex={0}>
      {formula}
    </figure>
  );
}
