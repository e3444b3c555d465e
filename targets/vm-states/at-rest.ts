import { toBody } from '../../contracts/http/exchange';
import { parseServer, type ServerResource } from '../../contracts/http/parse-response';
import type { Version } from '../../contracts/metadata';
import type { Api, Server } from '../api';
import type { ActionEffects } from './action-effects';

/**
 * Waits until no task is under way on a server, and gives what it then shows; undefined where it shows nothing.
 *
 * @param effects what was seen of tasks: one that never ends is waited for in full once, on whichever server.
 */
export async function atRest(
  server: Server,
  version: Version,
  api: Api,
  timeout: number,
  effects: ActionEffects,
): Promise<ServerResource | undefined> {
  const { clock } = api.network;
  const deadline = clock.now() + effects.limit(timeout);
  for (let pause = 25; ; pause = Math.min(pause * 1.5, 1_000)) {
    const { status, body } = await api.look(server, version);
    const seen = parseServer({ status, body: toBody(body) });
    if (seen?.taskState === undefined) return seen;
    if (clock.now() > deadline) {
      effects.sawEndlessTask();
      return seen;
    }
    await clock.sleep(pause);
  }
}
