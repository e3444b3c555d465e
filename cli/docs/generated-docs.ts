import { stringify } from 'yaml';
import { evidenceSchema } from '../../contracts/evidence/schema';
import { profileSchema } from '../../contracts/profiles/profile-schema';
import { openapi } from '../../contracts/schemas/openapi';
import { alignTable } from '../../contracts/text/markdown-table';
import { resultSchema } from '../../reports/result/result-schema';
import { baselineSchema } from '../settings/baseline-schema';
import { configSchema } from '../settings/config-schema';
import { type CommandName, everyCommand, type SettingDefinition } from '../settings/setting';
import { argumentOf, flagName, settingDefinitions } from '../settings/settings';
import { clauseTable, excludedTable } from './clause-table';

/** The parts of the documentation that are made from the code: file, then the name of the part. */
export const generatedDocs: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'docs/clauses.md': { clauses: clauseTable, excluded: excludedTable },
  'docs/configuration.md': { settings: settingsTable },
};

/** The files that are made from the code as a whole. */
export const generatedFiles: Readonly<Record<string, () => string>> = {
  'contracts/openapi.yaml': () => stringify(openapi, { lineWidth: 120 }),
  'docs/schemas/baseline.json': () => json(baselineSchema),
  'docs/schemas/config.json': () => json(configSchema),
  'docs/schemas/evidence.json': () => json(evidenceSchema),
  'docs/schemas/profile.json': () => json(profileSchema),
  'docs/schemas/result.json': () => json(resultSchema),
};

function json(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** A document with every generated part made anew, between `<!-- name -->` and `<!-- /name -->`. */
export function regenerate(document: string, parts: Readonly<Record<string, () => string>>): string {
  return Object.entries(parts).reduce((text, [name, make]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = text.indexOf(start);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`there is no part ${start} … ${end} in the document`);
    return `${text.slice(0, from + start.length)}\n${alignTable(make())}\n${text.slice(to)}`;
  }, document);
}

/** Every setting as a Markdown table, as docs/configuration.md shows it. */
function settingsTable(): string {
  const rows = (settingDefinitions as readonly SettingDefinition[]).map((setting) => {
    const { name, env, commands, description } = setting;
    const flag = setting.argument === undefined ? flagName(name) : `${flagName(name)} ${argumentOf(setting)}`;
    return `| \`${flag}\` | \`${env}\` | \`${name}\` | ${commandsCell(commands)} | ${description} |`;
  });
  return ['| flag | environment | config file | commands | meaning |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function commandsCell(commands: readonly CommandName[]): string {
  return commands.length === everyCommand.length ? 'all' : commands.join(', ');
}
