import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PactFile } from '../../contracts/pact/pact-file';
import type { Turn } from '../harness/batch';
import { type Verification, verifyPact } from './verify-pact';

/** Verifies a contract that is at hand. */
export async function verifyFile(contract: PactFile, turns: (place: number) => Turn): Promise<Verification> {
  const folder = mkdtempSync(join(tmpdir(), 'ecs-metadata-pact-'));
  const file = join(folder, 'pact.json');
  writeFileSync(file, JSON.stringify(contract));
  try {
    return await verifyPact({ args: ['--file', file], online: false }, turns);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
