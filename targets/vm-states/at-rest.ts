import { toBody } from '../../contracts/exchange';
import type { Version } from '../../contracts/metadata';
import { type SeenServer, seenServer } from '../../contracts/seen-server';
import type { Api, Server } from '../api';

/** Waits until no task is under way on a server, and gives what it then shows; undefined where it shows nothing. */
export async function atRest(
  server: Server,
  version: Version,
  api: Api,
  timeout: number,
): Promise<SeenServer | undefined> {
  const deadline = api.network.clock.now() + timeout;
  for (let pause = 25; ; pause = Math.min(pause * 1.5, 1_000)) {
    const { status, body } = await api.look(server, version);
    const seen = seenServer({ status, body: toBody(body) });
    if (seen?.taskState === undefined || api.network.clock.now() > deadline) return seen;
    await api.network.clock.sleep(pause);
  }
}
