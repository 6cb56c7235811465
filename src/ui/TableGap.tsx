import styles from './TableGap.module.css';

interface TableGapProps {
  /** Pixels. */
  readonly height: number;
}

/** Holds the place of the rows of a table that are out of view. */
export const TableGap = ({ height }: TableGapProps) =>
  height > 0 && (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row, which nothing can focus
    <tr aria-hidden="true">
      <td className={styles.gap} style={{ blockSize: height }} />
    </tr>
  );
