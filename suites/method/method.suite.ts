import { isSuccess } from '../../contracts/http/status';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { INITIAL } from '../harness/worker/fixtures';

const body = { metadata: { new: '1' } };

for (const [slug, method] of [
  ['patch', 'PATCH'],
  ['delete', 'DELETE'],
] as const) {
  check(`METHOD-01/${slug}`, `changes nothing on ${method}`, async ({ given, put, read }) => {
    const server = await given.server('active', INITIAL);
    await put(server, body, { method });
    expect(await read(server)).toEqual(INITIAL);
  });

  check(`METHOD-02/${slug}`, `responds to ${method}`, async ({ given, put }) => {
    const server = await given.server('active', INITIAL);
    await put(server, body, { method });
  });
}

check('METHOD-03/slash-at-end', 'refuses a slash after `metadata`', async ({ given, put, read }) => {
  const server = await given.server('active', INITIAL);
  const { status } = await put(server, body, { suffix: '/' });
  await read(server);
  expect(isSuccess(status)).toBe(false);
});

check('METHOD-04/query-string', 'ignores a query string', async ({ given, profile, put, read }) => {
  const server = await given.server('active', INITIAL);
  for (const [suffix, metadata] of [
    ['?a=1', { one: '1' }],
    ['?metadata=x&key=old', { two: '2' }],
  ] as const) {
    expect(profile.statuses.accepted).toContain((await put(server, { metadata }, { suffix })).status);
    expect(await read(server)).toEqual(metadata);
  }
});
