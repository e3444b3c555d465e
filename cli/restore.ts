import { rmSync } from 'node:fs';
import { acceptsMetadata } from '../contracts/vm-states';
import { Api } from '../targets/api';
import { Keeper } from '../targets/keeper';
import { ServerMaker } from '../targets/server-maker';
import type { Target } from '../targets/target';
import { bringHome } from '../targets/vm-states/bring-home';
import { openWire } from '../targets/wire';
import { accessed } from './accessed';
import { restoreWords } from './journal-file';
import { type ReadJournal, readJournal } from './read-journal';
import type { Given } from './settings';
import { targetOf } from './target-of';

/** Puts back what a run has left behind that was killed. Gives the exit code: 3 where something could not be. */
export async function restore(given: Given, path: string): Promise<number> {
  const journal = readJournal(path);
  const target = await targetIn(journal, given);
  const wire = openWire(target, () => undefined);
  try {
    const api = new Api(wire);
    const maker = new ServerMaker(api, target.projectId, target.vmStates.timeout);
    const complaints = [...(await putBack(journal, target, api)), ...(await maker.deleteAll(journal.made))];
    for (const complaint of complaints) process.stderr.write(`NOT PUT BACK: ${complaint}\n`);
    if (complaints.length > 0) {
      process.stderr.write(`NOT PUT BACK: to try again, ${restoreWords(path)}\n`);
      return 3;
    }
    rmSync(path);
    const { held, made } = journal;
    process.stdout.write(
      `${held.length} servers are as they were before the run, and ${made.size} that it made are gone\n`,
    );
    return 0;
  } finally {
    wire.close();
  }
}

/** The journal says which target and which servers; how to get there, and by what right, the user says again. */
async function targetIn({ target, projectId, otherProjectId, held, made }: ReadJournal, given: Given): Promise<Target> {
  const ids = held.filter(({ server }) => server.as === 'own').map(({ server }) => server.id);
  const other = held.find(({ server }) => server.as === 'other');
  const settings: Given = {
    ...given,
    target,
    projectId,
    serverId: ids,
    createServers: made.size,
    ...(other === undefined
      ? { otherToken: undefined, otherCloud: undefined }
      : { otherProjectId, otherServerId: other.server.id }),
  };
  return targetOf(await accessed(settings), target);
}

async function putBack({ held }: ReadJournal, target: Target, api: Api): Promise<string[]> {
  const keeper = new Keeper(api);
  for (const each of held) keeper.remember(each);
  return keeper.putBack({
    home: (each) => bringHome(each, api, target.vmStates),
    // The run may have been killed while it had a server locked. One that was locked before it could not be examined.
    lockOf: ({ id }) => held.some(({ server, vmState }) => server.id === id && acceptsMetadata(vmState)) && 'unknown',
  });
}
