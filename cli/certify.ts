import type { KeyObject } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Edition, editionProfile, editions, isCertifiedProfile } from '../contracts/editions';
import { signEnvelope } from '../reports/certificate/dsse-envelope';
import { buildStatement, digestOf, digestOfStream } from '../reports/certificate/statement';
import { evidenceFileName, type Result } from '../reports/result/result';
import { noWaivers } from '../reports/verdict/waivers';
import { conductRun } from './conduct-run';
import { readCorpus } from './corpus-file';
import { defaultFolder } from './default-folder';
import { keyFile } from './key-file';
import type { Machine } from './machine/machine';
import { planOf } from './plan-of';
import { ReportsFolder, resultFile } from './reports-folder';
import { ofAgainst } from './second-target';
import { flagOf, type Given, type SettingName } from './settings';
import { tell } from './tell';
import { unwritable } from './unwritable';
import { UsageError } from './usage-error';
import { withTarget } from './with-target';

/** Of the bundle: a DSSE envelope on a line of its own. */
export const attestationFile = 'attestation.intoto.jsonl';

/** What the edition decides, not whoever is certified. */
export const decided: readonly SettingName[] = [...ofAgainst, 'baseline', 'effort', 'replay', 'strict', 'waive'];

/**
 * Examines a target as the newest edition requires, and signs what was found. Gives the exit code.
 *
 * @throws {UsageError} for a key that is none, or settings that an edition leaves no choice in.
 */
export function certify(given: Given, keyPath: string, machine: Machine): Promise<number> {
  const free = decided.find((name) => given[name] !== undefined);
  if (free !== undefined) {
    throw new UsageError(`${flagOf(free)} cannot be chosen: the edition decides it, leave it out for certify`);
  }
  return certifyBy(editions[0], given, keyFile(keyPath, 'private'), machine);
}

/** The same by any edition. */
export async function certifyBy(
  edition: Edition,
  given: Given,
  privateKey: KeyObject,
  machine: Machine,
): Promise<number> {
  const name = given.profile ?? 'ecs';
  if (!isCertifiedProfile(name)) {
    throw new UsageError(`--profile ${name}: certificates are made by ecs or nova, give one of them`);
  }
  return withTarget(given, machine, async (target, settings, journal) => {
    const out = given.out ?? defaultFolder;
    const plan = planOf({ ...settings, effort: edition.effort }, readCorpus(out, machine.files));
    const folder = new ReportsFolder(out, machine.files);
    const options = {
      target,
      profile: editionProfile(edition, name),
      plan,
      waived: noWaivers,
      given: settings,
      journal,
      machine,
    };
    const report = await conductRun(options, folder);
    // Before anything else that can fail, `tell` says what was not put back.
    journal?.told();
    tell(report, folder, machine);
    const { result } = report;
    if (result.exitCode < 2) await attest(result, edition, privateKey, out, machine);
    else machine.console.err('nothing is signed: only a run that was complete can be attested');
    return result.exitCode;
  });
}

/** Signs the files as they are on the disk. */
async function attest(
  result: Result,
  edition: Edition,
  privateKey: KeyObject,
  out: string,
  machine: Machine,
): Promise<void> {
  const takeBack = machine.atExit(() => machine.console.err('nothing is signed: the command was stopped before'));
  const digests = {
    result: digestOf(readFileSync(join(out, resultFile))),
    evidence: await digestOfStream(createReadStream(join(out, evidenceFileName))),
  };
  const statement = buildStatement(result, edition, digests, evidenceFileName);
  const path = join(out, attestationFile);
  try {
    writeFileSync(path, signEnvelope(JSON.stringify(statement), privateKey));
  } catch (error) {
    throw unwritable(out, error);
  } finally {
    takeBack();
  }
  const meaning = result.verdict === 'conformant' ? 'that the target conforms' : 'that the target does not conform';
  machine.console.out(`${path} attests ${meaning}, by edition ${edition.edition}`);
}
