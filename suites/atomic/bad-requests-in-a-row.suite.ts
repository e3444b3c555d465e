import { excessiveLengths } from '../../properties/cases/lengths';
import { check } from '../harness/dsl/check';
import { type BadRequest, expectEachRejected } from '../harness/dsl/in-a-row';
import { nearQuota } from '../harness/dsl/sample-maps';
import type { TestContext } from '../harness/dsl/test-context';
import { unknownServerId } from '../harness/dsl/unknown-ids';
import { INITIAL } from '../harness/worker/fixtures';

/** One character of each gap between those of keys, and one of each kind that a weaker rule takes. */
const outsideKeys = [...'$@[~', '\n', 'é', '\u212a', '²', '\u200b', '%41'];

check('ATOMIC-01/bad-pairs-in-a-row', 'keeps the map after bad keys and values of every kind', async (tools) => {
  const { keyLength, valueLength } = tools.limits;
  const [long, longest] = [excessiveLengths(keyLength), excessiveLengths(valueLength)];
  const keys = ['', 'k'.repeat(long.next), 'k\n', ...outsideKeys.map((text) => `a${text}b`)];
  const values = [
    'v'.repeat(longest.next),
    `${'v'.repeat(valueLength)} `,
    `${'v'.repeat(valueLength)}\u0301`,
    `${'v'.repeat(Math.ceil(longest.next / 2))}\n`.repeat(2),
    `v\u0000${'v'.repeat(valueLength)}`,
    ...[1, true, ['1'], { inner: '1' }],
  ];
  // A target may check some of the pairs only.
  const others = [{ good: '2', 'a/b': '1' }, ...[{ 'a/b': '1' }, { one: null }].map(afterMany(tools))];
  const maps = [...keys.map((key) => ({ [key]: '1' })), ...values.map((one) => ({ one })), ...others];
  const bodies = [...maps.map((metadata) => ({ metadata })), '{"metadata": {"one": 12345678901234567890}}'];
  await expectEachRejected(tools, requestsOf(bodies, tools.profile.statuses.invalid));
});

function afterMany(tools: TestContext) {
  const many = nearQuota(tools);
  return (pair: Readonly<Record<string, unknown>>) => ({ ...many, ...pair });
}

check('ATOMIC-03/bad-bodies-in-a-row', 'keeps the map after bad bodies of every kind', async (tools) => {
  const one = { one: '1' };
  const values = [null, [], [['one', '1']], [one], '', '{"one": "1"}', 0, true];
  const shapes = [{}, { meta: one }, { Metadata: one }, one, ...values.map((metadata) => ({ metadata }))];
  const body = '{"metadata": {"one": "1"}}';
  const texts = [
    ...['[]', `[${body}]`, JSON.stringify(body), '1', 'null'],
    ...['', ' \n', body.slice(0, -1), `${body} one`, `\u00a0${body}\u2028`, 'metadata=one'],
    ...[body.replace('"}', '",}'), body.replaceAll('"', "'"), body.replaceAll('"', '')],
    ...[`${body.slice(0, -1)} /* one */}`, body.replace('"1"', '"1\n2"'), body.replace('"1"', '"\\x31"')],
  ];
  await expectEachRejected(tools, requestsOf([...shapes, ...texts], tools.profile.statuses.invalid));
});

function requestsOf(bodies: readonly unknown[], statuses: readonly number[]): BadRequest[] {
  return bodies.map((body) => ({ body, statuses }));
}

const intrusion = { metadata: { both: 'intruded', new: 'intruded' } };

check('ATOMIC-04/denied-requests-in-a-row', 'keeps the map after requests without access', async (tools) => {
  const { unauthenticated, unknownServer } = tools.profile.statuses;
  const { id, projectId } = await tools.given.server('active', INITIAL);
  const ids = [
    unknownServerId(tools.subject),
    'no-uuid',
    '1',
    `${id}x`,
    id.slice(0, -1),
    `${id}%20`,
    `g${id.slice(1)}`,
    'x'.repeat(300),
  ];
  const gateway = { 'x-identity-status': 'Confirmed', 'x-roles': 'admin', 'x-project-id': projectId };
  const bearer = { authorization: 'Bearer ecs-metadata-conformance-unknown-token' };
  const callers = ['none', 'empty', 'unknown', 'lengthened', 'shortened', 'recased'] as const;
  await expectEachRejected(tools, [
    ...callers.map((as) => ({ body: intrusion, statuses: unauthenticated, options: { as } })),
    ...[gateway, bearer].map((headers) => ({
      body: intrusion,
      statuses: unauthenticated,
      options: { as: 'none', headers } as const,
    })),
    ...ids.map((serverId) => ({ body: intrusion, statuses: unknownServer, options: { serverId } })),
  ]);
});

check(
  'ATOMIC-04/other-projects-in-a-row',
  'keeps the map after requests to other projects',
  async (tools) => {
    const { given, profile } = tools;
    const { foreignServer, foreignProject } = profile.statuses;
    const held = { secret: 'second project' };
    const { id: serverId, projectId: theirs } = await given.otherProjectServer(held);
    const { projectId } = await given.server('active', INITIAL);
    // A target that compares a part of the id accepts one of these.
    const similar = [
      `${projectId.slice(0, -1)}${projectId.endsWith('0') ? '1' : '0'}`,
      `${projectId.startsWith('0') ? '1' : '0'}${projectId.slice(1)}`,
    ];
    const asOwn = { as: 'own', serverId } as const;
    const headers = { 'x-project-id': theirs, 'x-tenant-id': theirs };
    await expectEachRejected(tools, [
      ...similar.map((other) => ({ body: intrusion, statuses: foreignProject, options: { projectId: other } })),
      // The last one would change nothing.
      ...[intrusion, { metadata: {} }, { metadata: held }].map((body) => ({
        body,
        statuses: foreignServer,
        options: { ...asOwn, projectId },
      })),
      { body: intrusion, statuses: foreignProject, options: { ...asOwn, projectId: theirs, headers } },
    ]);
  },
  { needs: ['second-project', 'project-in-url'] },
);
