import { type Metadata, sameMetadata } from '../../contracts/metadata';
import type { Server } from '../../targets/metadata-api';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { jsonEscape } from '../harness/dsl/sample-maps';
import type { PutOptions, TestContext } from '../harness/dsl/test-context';

check('BODY-05/many-forms', 'reads a body in which every token has an unusual form', async (tools) => {
  const { given, profile, put, read } = tools;
  const members = [
    ['10', '"2"'],
    [jsonEscape('key'), `"${jsonEscape('aé元😀')}"`],
    ['9', '"\\u00E9\\u5143"'],
    ['a', '"a\\/b"'],
    ['B', '"\\"\\\\"'],
  ];
  const map = { 10: '2', key: 'aé元😀', 9: 'é元', a: 'a/b', B: '"\\' };
  const server = await given.serverWithout(map);
  const text = members.map(([key, value]) => `\t"${key}" :\r\n${value} `).join(', ');
  const { status } = await put(server, ` {\n"${jsonEscape('metadata')}" : { ${text} } } \r\n`);
  expect(profile.statuses.accepted).toContain(status);
  expect(await read(server)).toEqual(map);
});

/** Requests that differ from an ordinary one in their form alone. */
const forms: readonly PutOptions[] = [{ titled: true }, { contentType: 'application/json; charset=utf-8' }];

check('BODY-13/unusual-form', 'takes a charset and header names in title case', async (tools) => {
  const server = await tools.given.serverWithout({ whole: 'é' });
  const isWholeStored = await isStored(tools, server, { whole: 'é' }, Object.assign({}, ...forms) as PutOptions);
  if (!isWholeStored) {
    // Each alone, so that the failure names the form.
    for (const [place, form] of forms.entries()) {
      await isStored(tools, await tools.given.server(), { [`form${place}`]: 'é' }, form);
    }
  }
  expect(isWholeStored).toBe(true);
});

async function isStored(
  { profile, put, read }: TestContext,
  server: Server,
  metadata: Metadata,
  form: PutOptions,
): Promise<boolean> {
  const { status } = await put(server, { metadata }, form);
  return sameMetadata(await read(server), metadata) && profile.statuses.accepted.includes(status);
}

const pair = '"one": "1"';

/** Bodies that the sources leave open, or that many programs cannot represent. */
const oddBodies: readonly (readonly [body: string | Buffer, contentType?: string | null])[] = [
  [`{"metadata": {${pair}}}`, null],
  [`{"metadata": {${pair}}}`, 'text/plain'],
  [`{"metadata": {${pair}}}`, 'application/xml'],
  [`\ufeff{"metadata": {${pair}}}`],
  [`{"metadata": {${pair}}, "extra": "x"}`],
  ['{"metadata": {"one": "first", "one": "last"}}'],
  [`{"metadata": {${pair}}, "metadata": {"two": "2"}}`],
  ['{"metadata": {" a ": "1"}}'],
  ['{"metadata": {"one": "a\\ud800b"}}'],
  [Buffer.from('{"metadata": {"one": "\xff"}}', 'latin1')],
  ['{"metadata": {"one": 1e400}}'],
  [`{"metadata": {"one": ${'['.repeat(2_000)}${']'.repeat(2_000)}}}`],
  [`{"metadata": {${pair}}}`.padEnd(114_700, ' ')],
];

check('ANSWER-06/in-a-row', 'responds without 5xx to odd bodies, one after the other', async (tools) => {
  const { given, put, read } = tools;
  const server = await given.serverWithout({ one: '1' });
  const statuses: number[] = [];
  for (const [body, contentType = 'application/json'] of oddBodies) {
    statuses.push((await put(server, body, { contentType })).status);
  }
  await read(server);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
});
