import { malformedBodies, wrongShapes } from '../../properties/cases';
import { expectAllRejected, expectRejected } from '../harness/dsl/assertions';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { nearQuota, tooLong } from '../harness/dsl/sample-maps';
import { unknownProjectId } from '../harness/dsl/unknown-ids';
import { INITIAL } from '../harness/worker/fixtures';

check('ATOMIC-01/only-pair-bad', 'keeps the map when the only pair is bad', async (tools) => {
  await expectAllRejected(
    tools,
    [{ metadata: { 'a/b': '1' } }, { metadata: { new: 1 } }],
    tools.profile.statuses.invalid,
  );
});

check('ATOMIC-01/one-pair-bad', 'keeps the map when one pair of several is bad, at any place', async (tools) => {
  const good = { one: '1', two: '2', both: '3' };
  const bodies = [
    { metadata: { 'a/b': '1', ...good } },
    { metadata: { ...good, 'a/b': '1' } },
    { metadata: { ...good, bad: 7 } },
    { metadata: { bad: null, ...good } },
    { metadata: { one: '1', 'a/b': '1', two: '2', both: '3' } },
  ];
  await expectAllRejected(tools, bodies, tools.profile.statuses.invalid);
});

check('ATOMIC-01/last-of-many-bad', 'keeps the map when the last of many pairs is bad', async (tools) => {
  const good = nearQuota(tools);
  const bodies = [{ metadata: { ...good, 'a/b': '1' } }, { metadata: { ...good, last: 7 } }];
  await expectAllRejected(tools, bodies, tools.profile.statuses.invalid);
});

check('ATOMIC-01/same-bad-request-again', 'refuses the same bad request every time', async (tools) => {
  const { key, value } = tooLong(tools);
  const bad = [{ 'a/b': '1' }, { one: '1', both: 7 }, { [key]: '1' }, { both: value }];
  const bodies = bad.flatMap((metadata) => [{ metadata }, { metadata }, { metadata }]);
  await expectAllRejected(tools, bodies, tools.profile.statuses.invalid);
});

check('ATOMIC-01/length-over-limit', 'keeps the map when a length is over its limit', async (tools) => {
  const { key, value } = tooLong(tools);
  const bodies = [
    { metadata: { one: '1', [key]: '1' } },
    { metadata: { one: '1', both: value } },
    { metadata: { both: '2', '': '1' } },
  ];
  await expectAllRejected(tools, bodies, tools.profile.statuses.invalid);
});

check('ATOMIC-01/wrong-shape', 'keeps the map when the shape is wrong', async (tools) => {
  const bodies = wrongShapes.map(({ body }) => body);
  await expectAllRejected(tools, bodies, tools.profile.statuses.invalid);
});

check(
  'ATOMIC-01/server-resource',
  'shows nothing of a refused map in the server resource',
  async (tools) => {
    const { given, getServer, profile } = tools;
    const server = await given.server('active', INITIAL);
    for (const metadata of [{ new: '1', 'a/b': '1' }, { new: '1', both: 7 }, { new: tooLong(tools).value }]) {
      await expectRejected(tools, server, { metadata }, profile.statuses.invalid);
      expect(await getServer(server, 'metadata')).toEqual(INITIAL);
    }
  },
  { needs: ['server-resource/metadata'] },
);

check('ATOMIC-03/not-json', 'keeps the map when the body is not JSON', async (tools) => {
  const bodies = malformedBodies.map(({ body }) => body);
  await expectAllRejected(tools, bodies, tools.profile.statuses.invalid);
});

check('ATOMIC-04/no-token', 'keeps the map when a caller without a token is refused', async (tools) => {
  const server = await tools.given.server('active', INITIAL);
  const { unauthenticated } = tools.profile.statuses;
  await expectRejected(tools, server, { metadata: { new: '1' } }, unauthenticated, { as: 'none' });
  await expectRejected(tools, server, { metadata: {} }, unauthenticated, { as: 'none' });
  await expectRejected(tools, server, { metadata: {} }, unauthenticated, { as: 'unknown' });
});

check(
  'ATOMIC-04/wrong-project',
  'keeps the map when a wrong project in the URI is refused',
  async (tools) => {
    const server = await tools.given.server('active', INITIAL);
    const projectId = unknownProjectId(tools.subject);
    await expectRejected(tools, server, { metadata: { new: '1' } }, tools.profile.statuses.foreignProject, {
      projectId,
    });
  },
  { needs: ['project-in-url'] },
);
