import { clause } from './harness/clause';
import { held, refuses } from './harness/refuses';

const intrusion = { metadata: { both: 'intruded', new: 'intruded' } };
const unknownServer = '00000000-0000-4000-8000-000000000000';
const unknownProject = '0123456789abcdef0123456789abcdef';

clause('ACCESS-01', 'refuses a request without a token', async (tools) => {
  const server = await tools.given.server('active', held);
  await refuses(tools, server, intrusion, tools.profile.statuses.unauthenticated, { as: 'none' });
});

clause('ACCESS-02', 'refuses a token that it does not know', async (tools) => {
  const server = await tools.given.server('active', held);
  await refuses(tools, server, intrusion, tools.profile.statuses.unauthenticated, { as: 'unknown' });
});

clause('ACCESS-03', 'knows no server of an unknown id', async (tools) => {
  const server = await tools.given.server('active', held);
  const { unknownServer: statuses } = tools.profile.statuses;
  await refuses(tools, server, intrusion, statuses, { serverId: unknownServer });
  await refuses(tools, server, { metadata: {} }, statuses, { serverId: unknownServer });
});

clause('ACCESS-04', 'knows no server of an id that is no UUID', async (tools) => {
  const server = await tools.given.server('active', held);
  for (const serverId of ['no-uuid', '1', `${server.id}x`]) {
    await refuses(tools, server, intrusion, tools.profile.statuses.unknownServer, { serverId });
  }
});

clause('ACCESS-05', 'refuses a project in the URI that the token is not for', async (tools) => {
  const server = await tools.given.server('active', held);
  const { foreignProject } = tools.profile.statuses;
  await refuses(tools, server, intrusion, foreignProject, { projectId: unknownProject });
});

clause('ACCESS-05', 'refuses the second project in the URI', async (tools) => {
  const server = await tools.given.server('active', held);
  const { otherProjectId } = tools.subject;
  if (otherProjectId === undefined) return tools.notTested('a second project is needed (--other-project-id)');
  await refuses(tools, server, intrusion, tools.profile.statuses.foreignProject, { projectId: otherProjectId });
});

clause(
  'ACCESS-05',
  'refuses the second project in the URI of its own server',
  async ({ given, profile, put, read }) => {
    const theirs = { secret: 'of the second project' };
    const stranger = await given.stranger(theirs);
    const answer = await put(stranger, intrusion, { as: 'own' });
    expect(profile.statuses.foreignProject).toContain(answer.status);
    expect(answer.text).not.toContain(theirs.secret);
    expect(await read(stranger)).toEqual(theirs);
  },
);

clause('ACCESS-06', "refuses another project's server and shows nothing of it", async (tools) => {
  const theirs = { secret: 'of the second project' };
  const stranger = await tools.given.stranger(theirs);
  const { projectId } = tools.subject;
  const answer = await tools.put(stranger, intrusion, { as: 'own', projectId });
  expect(tools.profile.statuses.foreignServer).toContain(answer.status);
  expect(answer.text).not.toContain(theirs.secret);
  expect(await tools.read(stranger)).toEqual(theirs);
});
