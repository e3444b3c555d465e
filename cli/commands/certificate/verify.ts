import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type Edition, editions } from '../../../contracts/editions';
import { InvalidBundleError } from '../../../reports/certificate/invalid-bundle';
import { verifyBundle } from '../../../reports/certificate/verify-bundle';
import { type EvidenceFileName, fileNames } from '../../../reports/result/file-names';
import { ConfigurationError } from '../../../targets/errors';
import type { Console } from '../../machine/console';
import { suiteVersion } from '../../machine/package-file';
import { readText } from '../../machine/user-file';
import { attestationFile } from './certify';
import { readKey } from './keygen';

/**
 * Verifies the bundle in a folder, without network and without the target. Gives the exit code: 0 for a valid bundle of a
 * conformant target, else 1.
 *
 * @param edition the edition that the bundle must be made by.
 * @throws {ConfigurationError} for files that cannot be read.
 */
export async function verify(folder: string, publicKey: string, edition: Edition, console: Console): Promise<number> {
  const key = readKey(publicKey, 'public');
  const mend = 'give the folder that certify has written';
  const [attestation, result] = [attestationFile, fileNames.result].map((name) =>
    readText(join(folder, name), 'the bundle', mend),
  ) as [string, string];
  try {
    const evidence = (name: EvidenceFileName) => createReadStream(join(folder, name)) as AsyncIterable<Buffer>;
    const { run, verdict } = await verifyBundle({ attestation, result, evidence }, key, edition, suiteVersion);
    // A text of the bundle is the last one in its line: it cannot imitate a text of this suite.
    console.outWrapped(
      `the bundle is sound: edition ${edition.edition}, profile ${run.profile}, ${run.effort} effort, seed ${run.seed}`,
      `judged again from its evidence by suite ${suiteVersion}: ${verdict}`,
      `run of ${run.began} by suite ${run.suite}: ${run.target}`,
    );
    return verdict === 'conformant' ? 0 : 1;
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw new ConfigurationError(`the bundle has no readable ${path} (${code}): ${mend}`);
    if (!(error instanceof InvalidBundleError)) throw error;
    console.outWrapped(`the bundle proves nothing: ${error.message}`);
    return 1;
  }
}

/**
 * The edition of this name, or the newest one.
 *
 * @throws {ConfigurationError} for an edition that was never published.
 */
export function findEdition(name: string | undefined): Edition {
  if (name === undefined) return editions[0];
  const edition = editions.find((each) => each.edition === name);
  if (edition !== undefined) return edition;
  const known = editions.map((each) => each.edition).join(', ');
  throw new ConfigurationError(`--edition ${name}: this suite has no such edition: it has ${known}`);
}
