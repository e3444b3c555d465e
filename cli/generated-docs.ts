import { stringify } from 'yaml';
import { openapi } from '../contracts/schemas/openapi';
import { alignedTable } from './aligned-table';
import { clauseTable, excludedTable } from './docs/clause-table';
import { settingsTable } from './settings-table';

/** The parts of the documentation that are made from the code: file, then the name of the part. */
export const generatedDocs: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'README.md': { clauses: clauseTable, excluded: excludedTable },
  'docs/configuration.md': { settings: settingsTable },
};

/** The files that are made from the code as a whole. */
export const generatedFiles: Readonly<Record<string, () => string>> = {
  'contracts/openapi.yaml': () => stringify(openapi, { lineWidth: 120 }),
};

/** A document with every generated part made anew, between `<!-- name -->` and `<!-- /name -->`. */
export function regenerated(document: string, parts: Readonly<Record<string, () => string>>): string {
  return Object.entries(parts).reduce((text, [name, make]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = text.indexOf(start);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`there is no part ${start} … ${end} in the document`);
    return `${text.slice(0, from + start.length)}\n${alignedTable(make())}\n${text.slice(to)}`;
  }, document);
}
