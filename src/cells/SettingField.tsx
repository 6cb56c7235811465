import { type Configuration, SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import { isPairwise } from '../core/loss.ts';
import { formatNumber, formatSetting } from '../core/settings/format.ts';
import type { ChoiceOption, NumberSetting, Setting } from '../core/settings/setting.ts';
import { helpOf, labelOf } from '../core/settings/words.ts';
import { useActions, useNotebookState } from '../state/hooks.ts';
import { selectConfiguration, selectDefaults } from '../state/selectors.ts';
import { later } from '../ui/later.tsx';
import { NumberSlider } from '../ui/NumberSlider.tsx';
import { SeedField } from '../ui/SeedField.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Switch } from '../ui/Switch.tsx';

const WidthList = later(async () => (await import('../ui/WidthList.tsx')).WidthList);

interface SettingFieldProps {
  readonly name: SettingName;
}

/** The control of one setting, all of it from the setting's definition. */
export function SettingField({ name }: SettingFieldProps) {
  const configuration = useNotebookState(selectConfiguration);
  const initial = useNotebookState(selectDefaults)[name];
  const { set } = useActions();
  const setting: Setting = SETTINGS[name];
  const ofPairs = isPairwise(configuration.loss) ? setting.ofPairs : undefined;
  const value = configuration[name];
  const texts = {
    label: labelOf(name, configuration),
    help: helpOf(name, configuration),
    defaultText: write(name, initial),
    changed: JSON.stringify(value) !== JSON.stringify(initial),
    // The kind of the setting decides the type of its value, which the compiler cannot follow through a table.
    onChange: (to: Configuration[SettingName]) => set(name, to as never),
  };
  const isOffered = ({ models, losses }: ChoiceOption): boolean =>
    (models?.includes(configuration.model) ?? true) && (losses?.includes(configuration.loss) ?? true);
  switch (setting.kind) {
    case 'number':
      return (
        <NumberSlider
          {...texts}
          scale={setting}
          unit={ofPairs?.unit ?? setting.unit}
          value={value as number}
          defaultValue={initial as number}
          write={(number) => writeNumber(setting, number)}
        />
      );
    case 'choice':
      return (
        <Segmented
          {...texts}
          options={setting.options.filter(isOffered)}
          value={value as string}
          onChange={(to) => texts.onChange(to as Configuration[SettingName])}
        />
      );
    case 'switch':
      return <Switch {...texts} value={value as boolean} />;
    case 'widths':
      return <WidthList {...texts} {...limits(setting)} value={value as readonly number[]} />;
    case 'seed':
      return <SeedField {...texts} max={setting.max} value={value as number} />;
  }
}

const limits = ({ min, max, maxLayers }: { min: number; max: number; maxLayers: number }) => ({ min, max, maxLayers });

function write(name: SettingName, value: Configuration[SettingName]): string {
  const setting = SETTINGS[name];
  return setting.kind === 'number' ? writeNumber(setting, value as number) : formatSetting(setting, value);
}

const writeNumber = ({ zero }: NumberSetting, value: number): string => (zero && value === 0 ? 'off' : formatNumber(value));
