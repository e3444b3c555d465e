import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { expectEachRejected } from '../harness/dsl/in-a-row';
import { jsonEscape } from '../harness/dsl/sample-maps';

const one = { one: '1' };

check('BODY-01/in-a-row', 'refuses bodies without `metadata`, one after the other', async (tools) => {
  const bodies = [{}, { meta: one }, { Metadata: one }, one];
  await expectEachRejected(
    tools,
    bodies.map((body) => ({ body })),
    tools.profile.statuses.invalid,
  );
});

check('BODY-02/in-a-row', 'refuses `metadata` that is no map, one after the other', async (tools) => {
  const values = [null, [], [['one', '1']], [one], '', 'one=1', '{"one": "1"}', 0, 1, true, false];
  await expectEachRejected(
    tools,
    values.map((metadata) => ({ body: { metadata } })),
    tools.profile.statuses.invalid,
  );
});

check('BODY-03/in-a-row', 'refuses bodies that are no object, one after the other', async (tools) => {
  const body = '{"metadata": {"one": "1"}}';
  const bodies = ['[]', `[${body}]`, '"metadata"', JSON.stringify(body), '1', 'null', 'true'];
  await expectEachRejected(
    tools,
    bodies.map((each) => ({ body: each })),
    tools.profile.statuses.invalid,
  );
});

check('BODY-04/in-a-row', 'refuses bodies that are not JSON, one after the other', async (tools) => {
  const body = '{"metadata": {"one": "1"}}';
  const bodies = [
    '',
    ' \n',
    body.slice(0, -1),
    body.slice(0, -3),
    `${body} one`,
    `${body}${body}`,
    `\u00a0${body}\u2028`,
    body.replace('"}', '",}'),
    body.replaceAll('"', "'"),
    body.replaceAll('"', ''),
    `${body.slice(0, -1)} /* one */}`,
    body.replace('"1"', '"1\n2"'),
    body.replace('"1"', '"1\u00002"'),
    body.replace('"1"', '"\\x31"'),
    'metadata[one]=1',
    'metadata: {one: "1"}',
  ];
  await expectEachRejected(
    tools,
    bodies.map((each) => ({ body: each })),
    tools.profile.statuses.invalid,
  );
});

check('BODY-05/many-forms', 'reads a body in which every token has an unusual form', async (tools) => {
  const { given, profile, put, read } = tools;
  const server = await given.server();
  const members = [
    ['10', '"2"'],
    [jsonEscape('key'), `"${jsonEscape('aé元😀')}"`],
    ['9', '"\\u00E9\\u5143"'],
    ['a', '"a\\/b"'],
    ['B', '"\\"\\\\"'],
  ];
  const text = members.map(([key, value]) => `\t"${key}" :\r\n${value} `).join(', ');
  const { status } = await put(server, ` {\n"${jsonEscape('metadata')}" : { ${text} } } \r\n`);
  expect(profile.statuses.accepted).toContain(status);
  expect(await read(server)).toEqual({ 10: '2', key: 'aé元😀', 9: 'é元', a: 'a/b', B: '"\\' });
});
