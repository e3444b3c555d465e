import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractResult } from '../../cli/commands/contract/contract-result';
import { parseRequest } from '../../targets/implementations/implementations';
import { runProcess, start, stop } from '../../targets/implementations/installed';
import type { StoredVerification } from './stored-clients';
import { contractPath, readStored, writeStored } from './stored-files';

/**
 * `npm run client:verify -- nova@34`: starts an implementation, verifies the contract of every recorded client against it,
 * and writes `docs/clients.json` and `docs/clients.md`.
 */
async function main([name = '']: readonly string[]): Promise<void> {
  const { implementation, release } = parseRequest(name);
  const { folder, product } = implementation;
  const stopping = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM'] as const) process.once(event, () => stopping.abort());
  if (folder === undefined) return store(product, await verifyAll(product, [], stopping.signal));
  try {
    const { version, config } = await start(folder, release, stopping.signal);
    store(`${product} ${version}`, await verifyAll(product, ['--config', config, '--yes'], stopping.signal));
  } finally {
    await stop(folder, release);
  }
}

/** Implementations without /v2.1. */
const servesV2Alone = ['mimic'];

/** A client takes the version of the path from the catalogue, and sends the same requests under both. */
function underV2(contract: string): string {
  return contract.replaceAll('/v2.1/', '/v2/').replaceAll('/v2\\\\.1/', '/v2/');
}

type Verified = Readonly<Record<string, StoredVerification>>;

/** @param target flags; none for the embedded endpoint. */
async function verifyAll(product: string, target: readonly string[], signal: AbortSignal): Promise<Verified> {
  const verified: Record<string, StoredVerification> = {};
  for (const client of Object.keys(readStored().clients)) {
    const out = mkdtempSync(join(tmpdir(), 'ecs-metadata-client-'));
    try {
      const pact = join(out, 'contract.json');
      const contract = readFileSync(contractPath(client), 'utf8');
      writeFileSync(pact, servesV2Alone.includes(product) ? underV2(contract) : contract);
      const flags = ['--pact', pact, '--reporter', 'console,json', '--out', out];
      const command = ['dist/cli/main.js', 'contract', 'verify', ...target, ...flags];
      const { code } = await runProcess(process.execPath, command, { signal });
      if (signal.aborted) throw new Error('interrupted: nothing is stored');
      if (code !== 0 && code !== 1 && code !== 3)
        throw new Error(`the verification of ${client} ended with exit code ${code}`);
      verified[client] = toStored(JSON.parse(readFileSync(join(out, 'contract-result.json'), 'utf8')));
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }
  return verified;
}

function toStored({ interactions }: ContractResult): StoredVerification {
  const having = (outcome: string) =>
    interactions
      .filter((each) => each.outcome === outcome)
      .map(({ description, reasons }) => ({ description, reason: reasons.join('; ') }));
  return {
    passed: having('passed').length,
    failed: having('failed'),
    notVerified: having('not verified'),
  };
}

function store(name: string, verified: Verified): void {
  const before = readStored();
  writeStored({ ...before, implementations: { ...before.implementations, [name]: verified } });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
