import { check } from '../harness/dsl/check';
import { type BadRequest, expectEachRejected } from '../harness/dsl/in-a-row';

const body = { metadata: { both: 'intruded', new: 'intruded' } };

check('ACCESS-01/in-a-row', 'refuses requests without a valid token, one after the other', async (tools) => {
  const { projectId } = tools.subject;
  const gateway = { 'x-identity-status': 'Confirmed', 'x-roles': 'admin', 'x-project-id': projectId };
  const requests: BadRequest[] = [
    { body, options: { as: 'none' } },
    { body, options: { as: 'empty' } },
    { body, options: { as: 'none', headers: gateway } },
    { body, options: { as: 'none', headers: { authorization: 'Bearer ecs-metadata-conformance-unknown-token' } } },
  ];
  await expectEachRejected(tools, requests, tools.profile.statuses.unauthenticated);
});

check('ACCESS-02/in-a-row', 'refuses invalid tokens, one after the other', async (tools) => {
  const tokens = ['unknown', 'lengthened', 'shortened', 'recased'] as const;
  const requests = tokens.map((as) => ({ body, options: { as } }));
  await expectEachRejected(tools, requests, tools.profile.statuses.unauthenticated);
});

check('ACCESS-04/in-a-row', 'refuses server ids that are no ids of a server, one after the other', async (tools) => {
  const { id } = await tools.given.server();
  const ids = ['no-uuid', '1', `${id}x`, id.slice(0, -1), `${id}%20`, `g${id.slice(1)}`, 'x'.repeat(300)];
  const requests = ids.map((serverId) => ({ body, options: { serverId } }));
  await expectEachRejected(tools, requests, tools.profile.statuses.unknownServer);
});
