import type { KeyObject } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Edition, editionProfile, editions, isCertifiedProfile } from '../../../contracts/editions';
import { signEnvelope } from '../../../reports/certificate/dsse-envelope';
import { buildStatement, digestOf, digestOfStream } from '../../../reports/certificate/statement';
import { fileNames } from '../../../reports/result/file-names';
import type { Result } from '../../../reports/result/result';
import { noWaivers } from '../../../reports/verdict/waivers';
import { ConfigurationError } from '../../../targets/errors';
import type { Machine } from '../../machine/machine';
import { readCorpus } from '../../output/corpus-file';
import { loadReporters } from '../../output/load-reporters';
import { printReport } from '../../output/print-report';
import { outputError, ReportsFolder } from '../../output/reports-folder';
import { searchOptions } from '../../settings/search-options';
import { defaultFolder, type Settings } from '../../settings/settings';
import { withTarget } from '../../target/with-target';
import { runToReport } from '../run';
import { readKey } from './keygen';

/** The signed file of the bundle: a DSSE envelope in one line. */
export const attestationFile = fileNames.attestation;

/**
 * Runs the suite as the newest edition requires, and signs the result. Gives the exit code.
 *
 * @throws {ConfigurationError} for a file without a key, and for another profile than the certified ones.
 */
export function certify(settings: Settings, keyPath: string, machine: Machine): Promise<number> {
  return certifyWithEdition(editions[0], settings, readKey(keyPath, 'private'), machine);
}

/** The same with any edition. */
export async function certifyWithEdition(
  edition: Edition,
  given: Settings,
  privateKey: KeyObject,
  machine: Machine,
): Promise<number> {
  const name = given.profile ?? 'ecs';
  if (!isCertifiedProfile(name)) {
    throw new ConfigurationError(`--profile ${name} cannot be certified: give ecs or nova`);
  }
  const reporters = await loadReporters(given.reporter);
  return withTarget(given, machine, async (target, settings, journal) => {
    const out = given.out ?? defaultFolder;
    const plan = searchOptions({ ...settings, effort: edition.effort }, readCorpus(out, machine.files));
    const folder = new ReportsFolder(out, machine.files);
    const options = {
      target,
      profile: editionProfile(edition, name),
      plan,
      waived: noWaivers,
      given: settings,
      journal,
      machine,
      reporters,
    };
    const report = await runToReport(options, folder);
    printReport(report, reporters, folder, machine);
    const { result } = report;
    if (result.exitCode < 2) await attest(result, edition, privateKey, out, machine);
    else machine.console.err('nothing is signed: the run is not complete');
    return result.exitCode;
  });
}

/** Signs the files on the disk. */
async function attest(
  result: Result,
  edition: Edition,
  privateKey: KeyObject,
  out: string,
  machine: Machine,
): Promise<void> {
  const takeBack = machine.atExit(() => machine.console.err('nothing is signed: the command was stopped'));
  const digests = {
    result: digestOf(readFileSync(join(out, fileNames.result))),
    evidence: await digestOfStream(createReadStream(join(out, fileNames.evidence))),
  };
  const statement = buildStatement(result, edition, digests, fileNames.evidence);
  const path = join(out, attestationFile);
  try {
    writeFileSync(path, signEnvelope(JSON.stringify(statement), privateKey));
  } catch (error) {
    throw outputError(out, error);
  } finally {
    takeBack();
  }
  const meaning = result.verdict === 'conformant' ? 'that the target conforms' : 'that the target does not conform';
  machine.console.out(`${path} attests ${meaning}, by edition ${edition.edition}`);
}
