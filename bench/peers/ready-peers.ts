import { commandOf } from './command-of';
import type { Peer } from './peer';
import { prism } from './prism';
import { schemathesis } from './schemathesis';
import { stepCi } from './step-ci';
import { tempest } from './tempest';

/** The peers that are not part of this project, by the environment variable that names the command. */
const installed = { SCHEMATHESIS: schemathesis, STEP_CI: stepCi, PRISM: prism };

/** The peers that are there. Those that nobody has installed are told. */
export async function readyPeers(folder: string): Promise<Peer[]> {
  const peers: Peer[] = [tempest];
  for (const [variable, start] of Object.entries(installed)) {
    const command = commandOf(variable);
    if (command === undefined) process.stdout.write(`${variable} names no command: that peer is not run\n`);
    else peers.push(await start(command, folder));
  }
  return peers;
}
