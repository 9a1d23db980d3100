// The steps of the settings file from version to version.
import { DEFAULT_ALERTS } from '../../../shared/domain/default-settings';

type Stored = Readonly<Record<string, unknown>>;

/** 0 has no `version`; of alerts it knows a switch and a threshold, `notifyAmounts` and `notifyFromUsd`, for what arrives and leaves. */
function rulesForSwitch({ choices, ...rest }: Stored): Record<string, unknown> {
  if (typeof choices !== 'object' || choices === null) throw new TypeError('no choices');
  const { notifyAmounts, notifyFromUsd, ...others } = choices as Stored;
  const isMoved = (kind: string) => kind === 'arrived' || kind === 'left';
  const alerts = DEFAULT_ALERTS.map(rule =>
    isMoved(rule.kind)
      ? {
          ...rule,
          isOn: notifyAmounts !== false,
          from: typeof notifyFromUsd === 'string' ? notifyFromUsd : rule.from
        }
      : rule
  );
  return { ...rest, choices: { alerts, ...others } };
}

export const SETTINGS_STEPS = { 0: rulesForSwitch } as const;
