import { flagOf, settings } from './settings';
import type { Setting } from './settings/setting';

/** Every setting as a Markdown table, as docs/configuration.md shows it. */
export function settingsTable(): string {
  const rows = (settings as readonly Setting[]).map(({ name, argument, env, description }) => {
    const flag = argument === undefined ? flagOf(name) : `${flagOf(name)} <${argument}>`;
    return `| \`${flag}\` | \`${env}\` | \`${name}\` | ${description} |`;
  });
  return ['| flag | environment | config file | what it says |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
