import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Puts all temporary files of the tests and of the processes that they start into one folder. */
export default function createTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-metadata-tests-'));
  // Windows reads TEMP, other systems TMPDIR.
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TEMPORARY_FOLDER_OF_TESTS: folder });
}
