import type { Server } from '../../targets/metadata-api';
import { expectRejected } from '../harness/dsl/assertions';
import { check, type TestContext } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { nearQuota } from '../harness/dsl/sample-maps';
import type { PutOptions } from '../harness/dsl/test-context';
import { unknownProjectId, unknownServerId } from '../harness/dsl/unknown-ids';
import { INITIAL } from '../harness/worker/fixtures';

const intrusion = { metadata: { both: 'intruded', new: 'intruded' } };

check('ACCESS-01/no-token', 'refuses a request without a token', async (tools) => {
  const server = await tools.given.server('active', INITIAL);
  await expectRejected(tools, server, intrusion, tools.profile.statuses.unauthenticated, { as: 'none' });
});

check('ACCESS-01/empty-token', 'refuses a request whose token is empty', async (tools) => {
  const server = await tools.given.server('active', INITIAL);
  await expectRejected(tools, server, intrusion, tools.profile.statuses.unauthenticated, { as: 'empty' });
});

for (const [slug, name, headers] of [
  [
    'gateway-headers',
    'but with the identity headers of a gateway',
    { 'x-identity-status': 'Confirmed', 'x-roles': 'admin' },
  ],
  ['bearer-token', 'but with a bearer token', { authorization: 'Bearer ecs-metadata-conformance-unknown-token' }],
  ['basic-authorization', 'but with a user and a password', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
] as const) {
  check(`ACCESS-01/${slug}`, `refuses a request without a token ${name}`, async (tools) => {
    const { projectId } = tools.subject;
    const server = await tools.given.server('active', INITIAL);
    const spoofed = { ...headers, 'x-project-id': projectId, 'x-tenant-id': projectId, 'x-user-id': 'admin' };
    await expectRejected(tools, server, intrusion, tools.profile.statuses.unauthenticated, {
      as: 'none',
      headers: spoofed,
    });
  });
}

for (const [slug, name, as] of [
  ['unknown', 'that is unknown', 'unknown'],
  ['longer', 'that is valid but for more characters at its end', 'lengthened'],
  ['shorter', 'that is valid but for its last characters', 'shortened'],
  ['other-case', 'that is valid but for its letter case', 'recased'],
] as const) {
  check(`ACCESS-02/${slug}`, `refuses a token ${name}`, async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    await expectRejected(tools, server, intrusion, tools.profile.statuses.unauthenticated, { as });
  });
}

for (const [id, name, as] of [
  ['ACCESS-01/many-pairs', 'without a token', 'none'],
  ['ACCESS-02/many-pairs', 'with an unknown token', 'unknown'],
] as const) {
  check(id, `refuses a request of many pairs ${name}`, async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    await expectRejected(tools, server, { metadata: nearQuota(tools) }, tools.profile.statuses.unauthenticated, { as });
  });
}

check('ACCESS-03/unknown-server', 'refuses a server id that does not exist', async (tools) => {
  const server = await tools.given.server('active', INITIAL);
  const { unknownServer: statuses } = tools.profile.statuses;
  const serverId = unknownServerId(tools.subject);
  await expectRejected(tools, server, intrusion, statuses, { serverId });
  await expectRejected(tools, server, { metadata: {} }, statuses, { serverId });
  await expectRejected(tools, server, { metadata: nearQuota(tools) }, statuses, { serverId });
});

check('ACCESS-04/server-id-no-uuid', 'refuses a server id that is no UUID', async (tools) => {
  const server = await tools.given.server('active', INITIAL);
  const { id } = server;
  // Shaped like a UUID but with a letter outside of a to f; and longer than a column.
  const alike = [`g${id.slice(1)}`, `${id.slice(0, -1)}z`, 'x'.repeat(300)];
  for (const serverId of ['no-uuid', '1', `${id}x`, id.slice(0, -1), `${id}%20`, `${id.slice(0, 8)}%25`, ...alike]) {
    await expectRejected(tools, server, intrusion, tools.profile.statuses.unknownServer, { serverId });
  }
});

check(
  'ACCESS-05/wrong-project',
  'refuses a project in the URI that the token is not for',
  async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    const { projectId: own } = tools.subject;
    // A target that compares a part of the id accepts one of these.
    for (const projectId of [
      unknownProjectId(tools.subject),
      `${own.slice(0, -1)}${otherThan(own.at(-1))}`,
      `${otherThan(own[0])}${own.slice(1)}`,
    ]) {
      await expectRejected(tools, server, intrusion, tools.profile.statuses.foreignProject, { projectId });
    }
  },
  { needs: ['project-in-url'] },
);

check(
  'ACCESS-05/second-project',
  'refuses the second project in the URI',
  async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    const { projectId } = await tools.given.otherProjectServer(theirs);
    await expectRejected(tools, server, intrusion, tools.profile.statuses.foreignProject, { projectId });
  },
  { needs: ['second-project', 'project-in-url'] },
);

for (const [slug, name, spoof] of [
  ['second-project-and-its-server', '', () => ({})],
  [
    'second-project-in-headers',
    ' and headers that name it',
    (id: string) => ({ 'x-project-id': id, 'x-tenant-id': id }),
  ],
] as const) {
  check(
    `ACCESS-05/${slug}`,
    `refuses the second project in the URI, for a server of that project${name}`,
    async (tools) => {
      const headers = (projectId: string) => ({ as: 'own', headers: spoof(projectId) }) as const;
      await expectAccessDenied(tools, tools.profile.statuses.foreignProject, ({ projectId }) => headers(projectId));
    },
    { needs: ['second-project', 'project-in-url'] },
  );
}

check(
  'ACCESS-05/token-of-second-project',
  'refuses a token of the second project',
  async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    await tools.given.otherProjectServer(theirs);
    for (const body of [intrusion, { metadata: {} }, { metadata: INITIAL }]) {
      await expectRejected(tools, server, body, tools.profile.statuses.foreignProject, { as: 'other' });
    }
  },
  { needs: ['second-project', 'project-in-url'] },
);

check(
  'ACCESS-06/foreign-server',
  "refuses another project's server and shows nothing of it",
  async (tools) => {
    const { projectId } = tools.subject;
    await expectAccessDenied(tools, tools.profile.statuses.foreignServer, () => ({ as: 'own', projectId }));
  },
  { needs: ['second-project'] },
);

check(
  'ACCESS-06/foreign-server-rescued',
  "refuses another project's server while that server is rescued",
  async (tools) => {
    const { setVmState, given, profile, put, subject } = tools;
    const foreign = await given.otherProjectServer(theirs);
    await setVmState(foreign, 'rescued');
    try {
      const { status, text } = await put(foreign, intrusion, { as: 'own', projectId: subject.projectId });
      expect(profile.statuses.foreignServer).toContain(status);
      expect(text).not.toContain(theirs.secret);
    } finally {
      await setVmState(foreign, 'active');
    }
  },
  { needs: ['second-project', 'vm-states/rescued'] },
);

const theirs = { secret: 'second project' };

/** Sends several maps, one of which would change nothing, and expects a refusal without a secret each time. */
async function expectAccessDenied(
  tools: TestContext,
  statuses: readonly number[],
  options: (foreign: Server) => PutOptions,
): Promise<void> {
  const foreign = await tools.given.otherProjectServer(theirs);
  for (const body of [intrusion, { metadata: {} }, { metadata: nearQuota(tools) }, { metadata: theirs }]) {
    const answer = await tools.put(foreign, body, options(foreign));
    expect(statuses).toContain(answer.status);
    // An error may quote the request.
    if (body.metadata !== theirs) expect(answer.text).not.toContain(theirs.secret);
    expect(await tools.read(foreign)).toEqual(theirs);
  }
}

/** Another digit, letter or mark. */
function otherThan(character: string | undefined): string {
  return character === '0' ? '1' : '0';
}
