import { TargetConfigurationError, TargetUnavailableError } from '../../../targets/errors';
import type { ServerSnapshot } from '../../../targets/snapshot/server-snapshot';
import { hasList, holding, MapServer, type MapServerOptions, without } from '../../../targets/testing/map-server';
import { verifyRestorable } from './verify-restorable';

const before = holding('{"kept":"1","list":["x"]}');

async function rehearsed(options: MapServerOptions, change: Partial<ServerSnapshot> = {}) {
  const server = new MapServer(before, options);
  const error: Error | undefined = await verifyRestorable([server.snapshot(change)], server.api).catch(
    (thrown) => thrown,
  );
  return { server, error, message: error?.message };
}

test('a map that is accepted again is sent once, and the run goes on', async () => {
  const { server, error } = await rehearsed({});
  expect(error).toBeUndefined();
  expect(server.operations).toEqual(['PUT']);
  expect(server.map).toEqual(before);
});

test('a map that is refused every time ends the run, and stays as it was', async () => {
  const { server, error, message } = await rehearsed({ refuses: (_, pairs) => (hasList(pairs) ? 400 : undefined) });
  expect(error).toBeInstanceOf(TargetConfigurationError);
  expect(message).toBe(
    'server S cannot be used: a PUT of the metadata that it holds was answered with status 400, so it could not be restored: empty its metadata, or name another server',
  );
  expect(server.operations).toEqual(['PUT', 'PUT', 'PUT']);
  expect(server.map).toEqual(before);
});

test('a map that is accepted at the third attempt can be restored: the run goes on', async () => {
  let refusals = 0;
  const { server, error } = await rehearsed({
    refuses: () => {
      refusals += 1;
      return refusals < 3 ? 500 : undefined;
    },
  });
  expect(error).toBeUndefined();
  expect(server.operations).toEqual(['PUT', 'PUT', 'PUT']);
  expect(server.map).toEqual(before);
});

test('a map that the PUT alters is restored, and ends the run', async () => {
  const { server, error, message } = await rehearsed({ replace: (sent) => without(sent, 'list') });
  expect(error).toBeInstanceOf(TargetConfigurationError);
  expect(message).toMatch(
    /^server S lost metadata by a PUT of .* \(answered with status 200\): "list" gone; all of it is/,
  );
  expect(server.map).toEqual(before);
});

test('pairs that cannot be restored stand in the error, with the map that was there', async () => {
  const { server, message } = await rehearsed({
    refuses: (operation) => (operation === 'PUT' ? undefined : 404),
    replace: (sent) => ({ ...sent, list: 'x' }),
  });
  expect(message).toMatch(
    /: "list" altered; and it could not be brought back: "list" altered; it was \{"kept":"1","list":\["x"\]\}: empty/,
  );
  expect(server.map).toEqual({ kept: '1', list: 'x' });
});

test('pairs that a target adds on its own are no loss', async () => {
  const { error } = await rehearsed({ replace: (sent) => ({ ...sent, added: 'by the cloud' }) });
  expect(error).toBeUndefined();
});

test.each([404, 405, 501])('a PUT that is not served (%i) is left to the checks', async (status) => {
  expect((await rehearsed({ refuses: () => status })).error).toBeUndefined();
});

test.each([
  [401, /status 401: give a valid token with --token$/],
  [403, /status 403: give the token of a role that may change it with --token, or, if it holds more pairs/],
  [409, /status 409: unlock it and wait until it is at rest, or name another server$/],
  [500, /status 500, so it could not be restored: empty its metadata, or name another server$/],
])('a PUT with status %i ends the run with a remedy', async (status, complaint) => {
  const { error, message } = await rehearsed({ refuses: () => status });
  expect(error).toBeInstanceOf(TargetConfigurationError);
  expect(message).toMatch(complaint);
});

test('the error for a server of the second project names its own flag', async () => {
  const server = { id: 'O', projectId: 'P2', as: 'other' } as const;
  expect((await rehearsed({ refuses: () => 401 }, { server })).message).toMatch(
    /give a valid token with --other-token$/,
  );
});

test('a target that fails on the GET is unavailable', async () => {
  const { error, message } = await rehearsed({ shows: () => 500 });
  expect(error).toBeInstanceOf(TargetUnavailableError);
  expect(message).toMatch(/^GET of the metadata of server S was answered with status 500 after a PUT of /);
});

test.each(['error', 'shelved', 'rescued'] as const)('a server in vm_state %s is left alone', async (vmState) => {
  const { server, error } = await rehearsed({}, { vmState });
  expect(error).toBeUndefined();
  expect(server.operations).toEqual([]);
});

test('a stopped server is verified; the checks judge a refusal of every PUT there', async () => {
  expect((await rehearsed({}, { vmState: 'stopped' })).server.operations).toEqual(['PUT']);
  expect((await rehearsed({ refuses: () => 409 }, { vmState: 'stopped' })).error).toBeUndefined();
});

test('an empty map is not sent', async () => {
  const { server } = await rehearsed({}, { metadata: {} });
  expect(server.operations).toEqual([]);
});

test('a target that confuses two servers ends the run', async () => {
  // Both are one to it: the second PUT takes the place of the first map.
  const one = new MapServer(before);
  const held = one.snapshot();
  const other = one.snapshot({ server: { ...held.server, id: 'T' }, metadata: { of: 'the other' } });
  await expect(verifyRestorable([held, other], one.api)).rejects.toThrow(
    /^server S lost metadata by a PUT to another server: /,
  );
});
