import { rmSync } from 'node:fs';

export default function removeTemporaryFolder(): void {
  const folder = process.env.TEMPORARY_FOLDER_OF_TESTS;
  // A process that a test has killed may still close its files.
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
