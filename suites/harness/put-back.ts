import { setTimeout as sleep } from 'node:timers/promises';
import { toBody } from '../../contracts/exchange';
import type { Version } from '../../contracts/metadata';
import { seenServer } from '../../contracts/seen-server';
import type { Api, Server } from '../../targets/api';
import type { Keeper } from '../../targets/keeper';
import type { Stage } from './stage';

/**
 * Brings every server back into the vm_state and to the metadata in which the user named it. A run that was cut short
 * may have left a change under way that nobody saw: each server is looked at first, and waited for.
 *
 * Gives one sentence for each server that could not be put back.
 *
 * @param timeout how long a change of the vm_state may take, in milliseconds.
 */
export function putBack(keeper: Keeper, stage: Stage, api: Api, version: Version, timeout: number): Promise<string[]> {
  return keeper.putBack(async (server) => {
    if (!stage.isFixed(server)) await atRest(server, api, version, timeout);
    if (stage.known(server)?.locked) await api.act(server, version, 'unlock', null);
    if (!stage.isFixed(server)) await stage.bring(server, 'active', version);
  });
}

async function atRest(server: Server, api: Api, version: Version, timeout: number): Promise<void> {
  const deadline = performance.now() + timeout;
  for (let pause = 25; performance.now() < deadline; pause = Math.min(pause * 1.5, 1_000)) {
    const { status, body } = await api.look(server, version);
    if (seenServer({ status, body: toBody(body) })?.taskState === undefined) return;
    await sleep(pause);
  }
}
