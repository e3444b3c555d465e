import type { SettingKind } from './settings/setting';

interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * What may be waited for: Node's timers end at once where they are set for longer than 24.8 days, which also bounds the
 * pause that a rate makes between two requests.
 */
export const ranges: Readonly<Partial<Record<SettingKind, Range>>> = {
  seconds: { minimum: 0.001, maximum: 86_400 },
  number: { minimum: 0.001, maximum: 1_000_000 },
};

/** As in `from 0.001 to 86,400`. */
export function rangeWords({ minimum, maximum }: Range): string {
  return `from ${minimum} to ${maximum.toLocaleString('en')}`;
}
