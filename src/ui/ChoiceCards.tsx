import type { CSSProperties, ReactNode } from 'react';
import styles from './ChoiceCards.module.css';
import { useSay } from './words.tsx';

interface ChoiceCardsProps {
  readonly legend: string;
  /** Whether the legend is to be seen, or only heard. */
  readonly showLegend?: boolean;
  /** The least width of a card, in pixels: as many stand abreast as there is room for, unless a style sheet says how many. */
  readonly leastWidth?: number;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** Cards side by side, one of which is chosen. */
export function ChoiceCards({ legend, showLegend = false, leastWidth = 240, disabled = false, children }: ChoiceCardsProps) {
  return (
    <fieldset className={styles.cards} style={{ '--least': `${leastWidth}px` } as CSSProperties} disabled={disabled}>
      <legend className={showLegend ? styles.legend : 'visually-hidden'}>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface ChoiceCardProps {
  /** What the choice is called among all of the page, and this card within it. */
  readonly group: string;
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

/** A radio button as a card with a sentence that says what it stands for. */
export function ChoiceCard({ group, name, checked, disabled = false, onChoose, ...texts }: ChoiceCardProps) {
  const say = useSay();
  const [title, purpose] = [say(texts.title), say(texts.purpose)];
  return (
    <label className={styles.card}>
      <input
        type="radio"
        name={group}
        className={styles.radio}
        checked={checked}
        disabled={disabled}
        aria-label={title}
        aria-describedby={`${group}-${name}`}
        onChange={onChoose}
      />
      <span className={styles.title}>{title}</span>
      <span id={`${group}-${name}`} className={styles.purpose}>
        {purpose}
      </span>
    </label>
  );
}
