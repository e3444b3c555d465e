/** How the text of a flag, a variable or a member of the config file is read. */
export type SettingKind = 'text' | 'list' | 'switch' | 'seconds' | 'number' | 'count' | 'whole';

export interface Setting {
  /** The member of the config file; the flag is the same in kebab case. */
  readonly name: string;
  readonly kind: SettingKind;
  readonly argument?: string;
  readonly env: string;
  readonly description: string;
}
