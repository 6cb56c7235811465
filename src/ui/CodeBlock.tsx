import styles from './CodeBlock.module.css';
import { CopyButton } from './CopyButton.tsx';
import { classes } from './classes.ts';

interface CodeBlockProps {
  readonly label: string;
  readonly code: string;
}

export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <figure className={styles.block}>
      <figcaption className={styles.caption}>
        {label}
        <CopyButton text={code} what="code" />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes('scroll-cue', styles.scroller)} aria-label={label} tabIndex={0}>
        <pre className={styles.code}>
          <code>{code}</code>
        </pre>
      </section>
    </figure>
  );
}
