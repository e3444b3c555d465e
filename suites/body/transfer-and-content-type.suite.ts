import { isSuccess } from '../../contracts/http/status';
import { expectAcceptedOrRejected } from '../harness/dsl/assertions';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { INITIAL } from '../harness/worker/fixtures';

check('ANSWER-01/title-case-headers', 'takes header names in title case', async ({ given, profile, put, read }) => {
  const server = await given.server('active', INITIAL);
  const { status } = await put(server, { metadata: { one: '1', two: '2' } }, { titled: true });
  expect(profile.statuses.accepted).toContain(status);
  expect(await read(server)).toEqual({ one: '1', two: '2' });
});

check(
  'REPLACE-01/chunked-if-accepted',
  'stores the pair of a body in chunks if it takes the body',
  async ({ given, notApplicable, put, read }) => {
    const server = await given.serverWithout({ one: '1' });
    const { status } = await put(server, { metadata: { one: '1' } }, { transfer: 'chunked' });
    const stored = await read(server);
    if (!isSuccess(status)) notApplicable('the target refuses a body in chunks');
    expect(stored).toEqual({ one: '1' });
  },
);

check('BODY-16/chunked', 'takes or refuses a body in chunks', async ({ given, put, read }) => {
  const server = await given.server('active', INITIAL);
  const { status } = await put(server, { metadata: { one: '1' } }, { transfer: 'chunked' });
  expect(await read(server)).toEqual(isSuccess(status) ? { one: '1' } : INITIAL);
});

for (const [slug, contentType] of [
  ['charset', 'application/json; charset=utf-8'],
  ['charset-in-upper-case', 'application/json;charset=UTF-8'],
  ['charset-in-quotes', 'application/json; charset="utf-8"'],
] as const) {
  check(`BODY-13/${slug}`, `takes ${contentType}`, async ({ given, profile, put, read }) => {
    const server = await given.serverWithout({ one: 'é' });
    const { status } = await put(server, { metadata: { one: 'é' } }, { contentType });
    expect(profile.statuses.accepted).toContain(status);
    expect(await read(server)).toEqual({ one: 'é' });
  });
}

for (const [slug, name, contentType] of [
  ['none', 'no content type', null],
  ['text-plain', 'text/plain', 'text/plain'],
] as const) {
  check(`BODY-14/${slug}`, `takes or refuses JSON with ${name}`, async (tools) => {
    await expectAcceptedOrRejected(tools, { metadata: { one: '1' } }, contentType);
  });
}

for (const [slug, contentType] of [
  ['xml', 'application/xml'],
  ['form', 'application/x-www-form-urlencoded'],
  ['bytes', 'application/octet-stream'],
] as const) {
  check(`BODY-15/${slug}`, `takes or refuses JSON as ${contentType}`, async (tools) => {
    await expectAcceptedOrRejected(tools, { metadata: { one: '1' } }, contentType);
  });
}
