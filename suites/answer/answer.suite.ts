import { novaErrorName } from '../../contracts/schemas/bodies';
import { expectRejected } from '../harness/dsl/assertions';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { unknownServerId } from '../harness/dsl/unknown-ids';

check('ANSWER-01/status-of-success', 'responds with the status of success', async ({ given, profile, replace }) => {
  const server = await given.serverWithout({ one: '1' });
  expect(profile.statuses.accepted).toContain((await replace(server, { one: '1' })).status);
});

check('ANSWER-02/map-of-request', 'responds with the map of the request', async ({ given, read, replace }) => {
  const server = await given.serverWithout({ one: '1', two: '2' });
  const { json } = await replace(server, { one: '1', two: '2' });
  await read(server);
  expect((json as { metadata?: unknown } | undefined)?.metadata).toEqual({ one: '1', two: '2' });
});

check(
  'ANSWER-02/new-map-not-old',
  'responds with the new map, not with the old one',
  async ({ given, read, replace }) => {
    const server = await given.server('active', { old: '1', both: '1' });
    const { json } = await replace(server, { both: '2', new: '2' });
    await read(server);
    expect((json as { metadata?: unknown } | undefined)?.metadata).toEqual({ both: '2', new: '2' });
  },
);

check('ANSWER-02/empty-map', 'responds to an empty map with an empty map', async ({ given, read, replace }) => {
  const server = await given.serverWithout({});
  const { json } = await replace(server, {});
  await read(server);
  expect((json as { metadata?: unknown } | undefined)?.metadata).toEqual({});
});

check('ANSWER-02/beyond-ascii', 'responds with text beyond ASCII as it was sent', async ({ given, read, replace }) => {
  const map = { latin: 'Zürich', han: '元数据', quoted: '"a\\b"</x>' };
  const server = await given.serverWithout(map);
  const { json } = await replace(server, map);
  await read(server);
  expect((json as { metadata?: unknown } | undefined)?.metadata).toEqual(map);
});

check('ANSWER-03/no-other-member', 'responds with no member beside `metadata`', async ({ given, replace }) => {
  const server = await given.serverWithout({ one: '1' });
  const { json } = await replace(server, { one: '1' });
  expect(Object.keys((json as object | undefined) ?? {})).toEqual(['metadata']);
});

check('ANSWER-04/content-type', 'responds with the content type application/json', async ({ given, replace }) => {
  const server = await given.serverWithout({ one: '1' });
  const { headers } = await replace(server, { one: '1' });
  expect(headers['content-type']).toMatch(/^application\/json\s*(;|$)/i);
});

check('ANSWER-05/rejected-key', 'explains the refusal of a key in JSON', async (tools) => {
  const server = await tools.given.server();
  const answer = await expectRejected(tools, server, { metadata: { 'a/b': '1' } }, tools.profile.statuses.invalid);
  expectError(answer.json, answer.status, tools.profile.errorBody);
});

check(
  'ANSWER-05/unknown-server',
  'explains the refusal of an unknown server id in JSON',
  async ({ given, profile, put, subject }) => {
    const server = await given.server();
    const { json, status } = await put(server, { metadata: {} }, { serverId: unknownServerId(subject) });
    expectError(json, status, profile.errorBody);
  },
);

function expectError(json: unknown, status: number, form: 'json' | 'nova'): void {
  expect(typeof json === 'object' && json !== null && !Array.isArray(json)).toBe(true);
  if (form === 'json') return;
  const { [novaErrorName(status)]: error, ...others } = json as Record<string, { code?: unknown; message?: unknown }>;
  expect([error?.code, typeof error?.message, others]).toEqual([status, 'string', {}]);
}
