import { useActions, useNotebookState } from '../state/hooks.ts';
import type { NotebookState, ThemeChoice } from '../state/notebook-state.ts';
import styles from './ThemeSwitch.module.css';

const CHOICES: readonly { readonly theme: ThemeChoice; readonly label: string }[] = [
  { theme: 'system', label: 'System' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
];

const selectTheme = ({ theme }: NotebookState) => theme;

export function ThemeSwitch() {
  const chosen = useNotebookState(selectTheme);
  const { setTheme } = useActions();
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">Theme</legend>
      {CHOICES.map(({ theme, label }) => (
        <label key={theme} className={styles.choice}>
          <input
            type="radio"
            name="theme"
            className="visually-hidden"
            checked={theme === chosen}
            onChange={() => setTheme(theme)}
          />
          <span className={styles.text}>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
