import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Version } from '../../contracts/metadata';
import type { Batch, Conduct } from './batch';
import type { Check, CheckHead } from './check';
import type { Law } from './law';

/** What one file `*.suite.ts` declares. */
export interface Suite {
  readonly name: string;
  /** Each under every version of the API that it is for. */
  readonly checks: readonly Check[];
  /** Those that mostly wait. */
  readonly patient: readonly Check[];
  readonly batches: readonly Batch[];
  readonly laws: readonly Law[];
}

const folder = resolve(__dirname, '..');
const ending = /\.suite\.[jt]s$/;

/** Where a suite that is being loaded declares what is in it. */
let open: {
  readonly checks: Check[];
  readonly patient: Check[];
  readonly batches: Batch[];
  readonly laws: Law[];
  scenarios: number;
};
let loaded: readonly Suite[] | undefined;

/** Declares a check under these versions. One after the other has its turn, from check to check. */
export function declareCheck(
  check: Omit<Check, 'version' | 'isTurn'>,
  under: readonly Version[],
  among: 'checks' | 'patient',
): void {
  open[among].push(...underEach(check, under));
}

export function declareBatch(
  checks: readonly (Pick<CheckHead, 'clause' | 'title' | 'needs'> & { readonly under: readonly Version[] })[],
  conduct: Conduct,
): void {
  open.batches.push({ checks: checks.flatMap(({ under, ...check }) => underEach(check, under)), conduct });
}

function underEach<Head>(check: Head, under: readonly Version[]): (Head & Pick<CheckHead, 'version' | 'isTurn'>)[] {
  open.scenarios += 1;
  const turn = under[open.scenarios % under.length];
  return under.map((version) => ({ ...check, version, isTurn: version === turn }));
}

export function declareLaw(law: Law): void {
  open.laws.push(law);
}

/** Every suite, by name. They are loaded once in a process, and need no target for that. */
export function declaredSuites(): readonly Suite[] {
  loaded ??= readdirSync(folder)
    .filter((file) => ending.test(file))
    .map((file) => {
      open = { checks: [], patient: [], batches: [], laws: [], scenarios: 0 };
      require(join(folder, file));
      return { name: suiteName(file), ...open };
    });
  return loaded;
}

/** All checks of a suite. */
export function checksOf({ checks, patient, batches }: Suite): readonly CheckHead[] {
  return [...checks, ...patient, ...batches.flatMap((each) => each.checks)];
}

/** The name of a suite by the path of its file. */
export function suiteName(path: string): string {
  return basename(path).replace(ending, '');
}
