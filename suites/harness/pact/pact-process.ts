import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { stripVTControlCharacters } from 'node:util';

/** The result of Pact's own command. */
export interface PactEnded {
  /** null where it was killed. */
  readonly code: number | null;
  /** Without its colours. */
  readonly output: string;
}

/** Pact's environment variables about a broker, and what a process needs anywhere. No variable of ours, which may hold a token. */
const passedOn =
  /^(PATH|HOME|TMPDIR|TEMP|TMP|SYSTEMROOT|LANG|LC_ALL|PACT_BROKER_(USERNAME|PASSWORD|TOKEN|HTTP_RETRIES))$/i;
const network = /^(SSL_CERT_FILE|SSL_CERT_DIR|HTTPS?_PROXY|ALL_PROXY|NO_PROXY)$/i;

/**
 * Runs Pact's own command in a process of its own: its JavaScript verifier would put a proxy in the way that rewrites
 * bodies. It sends no telemetry.
 *
 * @throws where there is no build of Pact for this platform.
 */
export function runPact(args: readonly string[], { online }: { readonly online: boolean }): Promise<PactEnded> {
  const allowed = Object.entries(process.env).filter(([name]) => passedOn.test(name) || (online && network.test(name)));
  const env = {
    // Pact's own default waits for minutes on a broker that is not there.
    PACT_BROKER_HTTP_RETRIES: '3',
    ...Object.fromEntries(allowed),
    PACT_DO_NOT_TRACK: 'true',
    // Loopback alone needs no certificates, and reading them takes longer than all the rest.
    ...(online
      ? { NO_PROXY: [process.env.NO_PROXY, '127.0.0.1'].filter(Boolean).join(',') }
      : { SSL_CERT_FILE: devNull }),
  };
  return new Promise((resolve, reject) => {
    // In a group of its own, Ctrl-C does not end it before the exchange that is under way.
    const child = spawn(pactPath(), args, {
      env,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output: stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')) });
    });
  });
}

function pactPath(): string {
  // Pact's package declares no types.
  const { standalone } = require('@pact-foundation/pact-cli/src/pact-standalone') as {
    standalone: () => { readonly pactFullPath: string };
  };
  return standalone().pactFullPath;
}
