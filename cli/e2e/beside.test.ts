import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../../reports/result';
import type { Behaviour } from '../../targets/reference/behaviour';
import { faithful } from '../../targets/reference/faithful';
import { type Reference, startReference } from '../../targets/reference/reference';
import { otherServerId, serverIds } from '../../targets/reference/world';
import { embeddedSettings } from '../embedded-settings';
import { command, newFolder } from './command';

const third = serverIds[2];
let reference: Reference;
afterEach(() => reference.close());

/** The clauses that a run of the command blames an endpoint for, that stores maps in this way. */
async function blamed(store: Behaviour['store']): Promise<string[]> {
  reference = await startReference({ behaviour: { store } });
  const folder = newFolder();
  const { target, projectId, token, serverId, otherProjectId, otherToken, otherServerId, vmState } =
    embeddedSettings(reference);
  const flags = Object.entries({ target, 'project-id': projectId, 'server-id': serverId?.join() });
  const other = Object.entries({ 'other-project-id': otherProjectId, 'other-server-id': otherServerId });
  const states = (vmState ?? []).flatMap((state) => ['--vm-state', state]);
  const args = [...flags, ...other].flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { stderr } = await command(
    ['run', ...args, ...states, '--effort', 'quick', '--seed', '1'],
    { OS_TOKEN: token, ECS_METADATA_OTHER_TOKEN: otherToken },
    folder,
  );
  expect(stderr).not.toContain('defect of the suite');
  const result = JSON.parse(readFileSync(join(folder, 'conformance-report', 'result.json'), 'utf8')) as Result;
  return result.clauses.filter(({ verdict }) => verdict === 'failed').map(({ clause }) => clause);
}

// Nothing but the checks that wait looks at the third server, while the others are replaced.
test('a server that does not keep its map is found where others were replaced meanwhile', async () => {
  const found = await blamed(async (map, context) => {
    const { server } = context;
    const before = server.metadata;
    await faithful.store(map, context);
    if (server.id !== third) return;
    void sleep(2_000, undefined, { ref: false }).then(() => {
      if (server.metadata === map) server.metadata = { ...before, ...map };
    });
  });
  expect(found).toEqual(['REPLACE-07']);
});

test('replaces that reach a server that waits are blamed, and not the server', async () => {
  const found = await blamed(async (map, context) => {
    await faithful.store(map, context);
    const waiting = context.world.servers.get(third ?? '');
    const isAnother = context.server.id !== third && context.server.id !== otherServerId;
    if (isAnother && waiting !== undefined) waiting.metadata = { ...waiting.metadata, leaked: 'from another' };
  });
  expect(found).toEqual(['ISOLATION-01']);
});
