import { capabilities } from '../../contracts/capabilities';
import { clauses, familyOf } from '../../contracts/clauses';
import { vmStates } from '../../contracts/vm-states';
import type { ReporterName } from '../../reports/formats';
import { efforts } from '../../suites/harness/run/run-plan';
import type { SettingName } from './settings';

/** The values that a shell and an editor propose for a setting. */
export interface SettingValues {
  readonly values: readonly string[];
  /** No other value is allowed. */
  readonly isClosed?: true;
}

const clauseNames = [...new Set(clauses.map(({ id }) => familyOf(id))), ...clauses.map(({ id }) => id)];

/** Not from the reporters themselves: they would slow down every command that reads settings. */
const reporterNames: Readonly<Record<ReporterName, true>> = {
  console: true,
  github: true,
  html: true,
  markdown: true,
  badge: true,
  json: true,
  junit: true,
  ctrf: true,
  har: true,
};

/** The settings with known values. Any other setting takes any text, or a number, or true and false. */
export const settingValues: Readonly<Partial<Record<SettingName, SettingValues>>> = {
  target: { values: ['embedded'] },
  interface: { values: ['public', 'internal', 'admin'], isClosed: true },
  network: { values: ['none', 'auto'] },
  profile: { values: ['ecs', 'nova'] },
  effort: { values: Object.keys(efforts), isClosed: true },
  clause: { values: clauseNames },
  waive: { values: [...capabilities.filter(({ isRequired }) => isRequired).map(({ name }) => name), ...clauseNames] },
  reporter: { values: Object.keys(reporterNames) },
  vmState: { values: vmStates.filter((state) => state !== 'active').map((state) => `${state}=`) },
};
