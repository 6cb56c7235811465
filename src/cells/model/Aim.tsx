import { aimOf, settingsOfAim } from '../../core/aim.ts';
import { SETTINGS } from '../../core/hyperparameters.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectDataSize, selectDefaults, selectFeedback } from '../../state/selectors.ts';
import { ChoiceCard, ChoiceCards } from '../../ui/ChoiceCards.tsx';
import { classes } from '../../ui/classes.ts';
import { Muted } from '../../ui/Muted.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import type { Scale } from '../../ui/scale.ts';
import { feedbackWords } from '../feedback-words.ts';
import styles from './Aim.module.css';
import { AimLoss } from './AimLoss.tsx';
import { AIMS, followingOf, likedWords } from './aims.ts';
import choiceStyles from './ModelChoice.module.css';

const selectOverrides = ({ overrides }: NotebookState) => overrides;

/** The ends are aims of their own. */
const BETWEEN: Scale = { min: 0.05, max: 0.95, scale: 'linear', step: 0.05, integer: false, zero: false };

/** What the model is to be good at: a choice that is read off the settings, with those that it sets. */
export function Aim() {
  const configuration = useNotebookState(selectConfiguration);
  const overrides = useNotebookState(selectOverrides);
  const size = useNotebookState(selectDataSize);
  const feedback = useNotebookState(selectFeedback);
  const { setAll } = useActions();
  const chosen = aimOf(configuration);
  if (chosen === null) return null;
  return (
    <div className={classes(styles.aim, choiceStyles.balanced)}>
      <ChoiceCards legend="Aim" showLegend>
        {AIMS.map(({ aim, title, purpose }) => (
          <ChoiceCard
            key={aim}
            group="aim"
            name={aim}
            title={title}
            purpose={purpose}
            checked={aim === chosen}
            onChoose={() => setAll(settingsOfAim(aim, overrides, size))}
          />
        ))}
      </ChoiceCards>
      <Muted>
        {feedback !== 'ratings' && `${feedbackWords(feedback)} `}
        {followingOf(configuration)}
        {feedback === 'ratings' && likedWords(configuration)}
      </Muted>
      <div className={styles.settings}>
        <AimLoss aim={chosen} overrides={overrides} change={setAll} />
        {chosen === 'both' && <Between />}
      </div>
    </div>
  );
}

/** How much the list counts beside the stars. */
function Between() {
  const { listWeight } = useNotebookState(selectConfiguration);
  const { listWeight: initial } = useNotebookState(selectDefaults);
  const { set } = useActions();
  const { label, help } = SETTINGS.listWeight;
  return (
    <NumberSlider
      label={label}
      help={help}
      defaultText={formatNumber(initial)}
      changed={listWeight !== initial}
      scale={BETWEEN}
      unit=""
      value={listWeight}
      defaultValue={initial}
      write={formatNumber}
      onChange={(value) => set('listWeight', value)}
    />
  );
}
