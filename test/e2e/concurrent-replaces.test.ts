import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedSettings } from '../../cli/target/embedded-target';
import type { Result } from '../../reports/result/result';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { compliant } from '../../targets/embedded/compliant';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { otherServerId, serverIds } from '../../targets/embedded/store';
import { newFolder, runCommand } from './support/command';

const third = serverIds[2];
let reference: RunningEndpoint;
afterEach(() => reference.close());

/** The clauses that a run of the command blames an endpoint for, that stores maps in this way. */
async function blamed(store: Behaviour['save']): Promise<string[]> {
  reference = await startEndpoint({ behaviour: { save: store } });
  const folder = newFolder();
  const { target, projectId, token, serverId, otherProjectId, otherToken, otherServerId, vmState } =
    embeddedSettings(reference);
  const flags = Object.entries({ target, 'project-id': projectId, 'server-id': serverId?.join() });
  const other = Object.entries({ 'other-project-id': otherProjectId, 'other-server-id': otherServerId });
  const states = (vmState ?? []).flatMap((state) => ['--vm-state', state]);
  const args = [...flags, ...other].flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { stderr } = await runCommand(
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
    await compliant.save(map, context);
    if (server.id !== third) return;
    void sleep(2_000, undefined, { ref: false }).then(() => {
      if (server.metadata === map) server.metadata = { ...before, ...map };
    });
  });
  expect(found).toEqual(['REPLACE-07']);
});

test('replaces that reach a server that waits are blamed, and not the server', async () => {
  const found = await blamed(async (map, context) => {
    await compliant.save(map, context);
    const waiting = context.store.servers.get(third ?? '');
    const isAnother = context.server.id !== third && context.server.id !== otherServerId;
    if (isAnother && waiting !== undefined) waiting.metadata = { ...waiting.metadata, leaked: 'from another' };
  });
  expect(found).toEqual(['ISOLATION-01']);
});
