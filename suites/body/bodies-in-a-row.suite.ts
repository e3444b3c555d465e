import { type Metadata, sameMetadata } from '../../contracts/metadata';
import type { Server } from '../../targets/metadata-api';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { expectEachRejected } from '../harness/dsl/in-a-row';
import { jsonEscape } from '../harness/dsl/sample-maps';
import type { PutOptions, TestContext } from '../harness/dsl/test-context';

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
  const values = [null, [], [['one', '1']], [one], '', '{"one": "1"}', 0, true];
  await expectEachRejected(
    tools,
    values.map((metadata) => ({ body: { metadata } })),
    tools.profile.statuses.invalid,
  );
});

check('BODY-03/in-a-row', 'refuses bodies that are no object, one after the other', async (tools) => {
  const body = '{"metadata": {"one": "1"}}';
  const bodies = ['[]', `[${body}]`, JSON.stringify(body), '1', 'null'];
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
    `${body} one`,
    `\u00a0${body}\u2028`,
    body.replace('"}', '",}'),
    body.replaceAll('"', "'"),
    body.replaceAll('"', ''),
    `${body.slice(0, -1)} /* one */}`,
    body.replace('"1"', '"1\n2"'),
    body.replace('"1"', '"\\x31"'),
    'metadata=one',
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

/** A value that many parsers cannot represent. */
const oddValues = [
  Buffer.from('"a\\ud800b"'),
  Buffer.from([0x22, 0xff, 0x22]),
  Buffer.from([0x22, 0xe5, 0x85, 0x22]),
  Buffer.from('1e400'),
  Buffer.from(`${'['.repeat(2_000)}${']'.repeat(2_000)}`),
];

check('ANSWER-06/in-a-row', 'responds without 5xx to odd bodies, one after the other', async ({ given, put, read }) => {
  const server = await given.server();
  for (const value of oddValues) {
    const { status } = await put(
      server,
      Buffer.concat([Buffer.from('{"metadata": {"one": '), value, Buffer.from('}}')]),
    );
    await read(server);
    expect(status).toBeLessThan(500);
  }
});

/** Requests that differ from an ordinary one in their form alone. */
const forms: readonly PutOptions[] = [
  { titled: true },
  { contentType: 'application/json; charset=utf-8' },
  { suffix: '?key=old' },
];

check('REPLACE-01/unusual-request', 'stores the pairs of a request of an unusual form', async (tools) => {
  const server = await tools.given.server();
  const isWholeStored = await isStored(tools, server, { whole: 'é' }, Object.assign({}, ...forms) as PutOptions);
  if (!isWholeStored) {
    // Each alone, so that the failure names the form.
    for (const [place, form] of forms.entries()) await isStored(tools, server, { [`form${place}`]: 'é' }, form);
  }
  expect(isWholeStored).toBe(true);
});

async function isStored({ profile, put, read }: TestContext, server: Server, metadata: Metadata, form: PutOptions) {
  const { status } = await put(server, { metadata }, form);
  return sameMetadata(await read(server), metadata) && profile.statuses.accepted.includes(status);
}
