import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedSettings } from '../../../cli/target/embedded-target';
import type { Behaviour } from '../../../targets/embedded/behaviour';
import { compliant } from '../../../targets/embedded/compliant';
import { jsonResponse, type OutgoingResponse } from '../../../targets/embedded/http';
import { type RunningEndpoint, startEndpoint } from '../../../targets/embedded/start-endpoint';
import { type CommandResult, runCommand } from './command';

/** Texts that mean something to what a report may be opened with. Whatever runs would set `attacked`, or fetch. */
export const attacks = [
  '<script>window.attacked = 1</script>',
  '"><img src="https://attacker.example/x.png" onerror="window.attacked = 1">',
  "'><svg/onload=window.attacked=1><a href='javascript:window.attacked=1'>press</a>",
  '</style></code></pre></script><script>window.attacked = 1</script><!--',
  '<meta http-equiv="refresh" content="0;url=https://attacker.example/">',
  '<base href="https://attacker.example/"><link rel="stylesheet" href="x.css">',
  '<iframe srcdoc="<script>parent.attacked = 1</script>"></iframe>',
  '<form id="filter" name="clauses"><input name="search"></form>',
  ']]><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '[press](javascript:alert(1)) ![x](https://attacker.example/x.png) @everyone #1 | www.attacker.example',
  '\n::error title=false::alarm\n::stop-commands::x\r\n',
  '\u001b[2J\u001b]0;false\u0007\u009b31m all passed',
  '\u202e\u2066detrevni\u2069\u200b\ufeff\u00ad',
  `'; touch attacked; $(touch attacked) \`touch attacked\` #`,
  '\u0000\ud800\uffff',
  '\u202ea\u200b'.repeat(300),
] as const;

const map = Object.fromEntries(attacks.map((attack, place) => [`${place}${attack}`, attack]));

/** Headers hold Latin-1 without controls. */
const headers = Object.fromEntries(
  attacks.slice(0, 8).map((attack, place) => [`x-attack-${place}`, attack.replace(/[^\x20-\x7e]/g, '')]),
);

/** Answers some requests as it should, so that a run gets far, and others with whatever might harm a reader. */
const hostile: Partial<Behaviour> = {
  handle: async (request, next) => attacked(await next(request)),
  answer: (stored, sent, context) => {
    return 'both' in sent
      ? jsonResponse(200, { metadata: { ...stored, ...map } })
      : compliant.answer(stored, sent, context);
  },
  load: ({ server: { metadata } }) => ('two' in metadata ? { ...metadata, ...map } : metadata),
  errorResponse: (fault, request) => {
    const answer = compliant.errorResponse(fault, request);
    return fault.status === 400 ? { ...answer, body: attacks.join('\n') } : answer;
  },
};

function attacked(answer: OutgoingResponse): OutgoingResponse {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

/** One or more of each kind of finding: failures, open clauses, SHOULDs. */
const clauses = 'ANSWER,ATOMIC-01,BODY-01,BODY-07,ISOLATION-01,KEY-07,METHOD-03,REPLACE-02,VALUE-01,VERSION-01';

/** Starts an endpoint that tries to get at whoever reads the reports of its examination. */
export function startHostileEndpoint(): Promise<RunningEndpoint> {
  return startEndpoint({ behaviour: hostile });
}

/** Examines the hostile endpoint from this folder, as a user would. */
export async function runAgainstHostile(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
  const endpoint = await startHostileEndpoint();
  try {
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify(embeddedSettings(endpoint)));
    return await runCommand(
      ['run', '--config', config, '--effort', 'quick', '--seed', '1', '--clause', clauses],
      environment,
      folder,
    );
  } finally {
    await endpoint.close();
  }
}
