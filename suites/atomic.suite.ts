import { clause } from './harness/clause';
import { held, refuses, refusesEach } from './harness/refuses';

clause('ATOMIC-01', 'keeps the map when the only pair is bad', async (tools) => {
  await refusesEach(tools, [{ metadata: { 'a/b': '1' } }, { metadata: { new: 1 } }], tools.profile.statuses.invalid);
});

clause('ATOMIC-01', 'keeps the map when one pair of several is bad, wherever it stands', async (tools) => {
  const good = { one: '1', two: '2', both: '3' };
  const bodies = [
    { metadata: { 'a/b': '1', ...good } },
    { metadata: { ...good, 'a/b': '1' } },
    { metadata: { ...good, bad: 7 } },
    { metadata: { bad: null, ...good } },
    { metadata: { one: '1', 'a/b': '1', two: '2', both: '3' } },
  ];
  await refusesEach(tools, bodies, tools.profile.statuses.invalid);
});

clause('ATOMIC-01', 'keeps the map when a length is over its limit', async (tools) => {
  const bodies = [
    { metadata: { one: '1', ['k'.repeat(256)]: '1' } },
    { metadata: { one: '1', both: 'v'.repeat(256) } },
    { metadata: { both: '2', '': '1' } },
  ];
  await refusesEach(tools, bodies, tools.profile.statuses.invalid);
});

clause('ATOMIC-01', 'keeps the map when the shape is wrong', async (tools) => {
  const bodies = [{}, { metadata: null }, { metadata: [] }, { metadata: 'x' }, { meta: { one: '1' } }, []];
  await refusesEach(tools, bodies, tools.profile.statuses.invalid);
});

clause('ATOMIC-03', 'keeps the map when the body is not JSON', async (tools) => {
  const bodies = ['', '{', '{"metadata": {"one": "1"', '{"metadata": {"one": "1"}} x', 'metadata=one'];
  await refusesEach(tools, bodies, tools.profile.statuses.invalid);
});

clause('ATOMIC-04', 'keeps the map when a caller without a token is refused', async (tools) => {
  const server = await tools.given.server('active', held);
  const { unauthenticated } = tools.profile.statuses;
  await refuses(tools, server, { metadata: { new: '1' } }, unauthenticated, { as: 'none' });
  await refuses(tools, server, { metadata: {} }, unauthenticated, { as: 'none' });
  await refuses(tools, server, { metadata: {} }, unauthenticated, { as: 'unknown' });
});

clause('ATOMIC-04', 'keeps the map when a wrong project in the URI is refused', async (tools) => {
  const server = await tools.given.server('active', held);
  const projectId = '0123456789abcdef0123456789abcdef';
  await refuses(tools, server, { metadata: { new: '1' } }, tools.profile.statuses.foreignProject, { projectId });
});
