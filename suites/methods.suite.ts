import { isSuccess } from '../contracts/http/status';
import { clause } from './harness/clause';
import { expect } from './harness/expect';
import { held } from './harness/refuses';

const body = { metadata: { new: '1' } };

for (const method of ['PATCH', 'DELETE'] as const) {
  clause('METHOD-01', `changes nothing on ${method}`, async ({ given, put, read }) => {
    const server = await given.server('active', held);
    await put(server, body, { method });
    expect(await read(server)).toEqual(held);
  });

  clause('METHOD-02', `does not know ${method}`, async ({ given, put }) => {
    const server = await given.server('active', held);
    await put(server, body, { method });
  });
}

clause('METHOD-03', 'takes no slash after `metadata`', async ({ given, put, read }) => {
  const server = await given.server('active', held);
  const { status } = await put(server, body, { suffix: '/' });
  await read(server);
  expect(isSuccess(status)).toBe(false);
});

clause('METHOD-04', 'does not mind a query string', async ({ given, profile, put, read }) => {
  const server = await given.server('active', held);
  for (const [suffix, metadata] of [
    ['?a=1', { one: '1' }],
    ['?metadata=x&key=old', { two: '2' }],
  ] as const) {
    expect(profile.statuses.accepted).toContain((await put(server, { metadata }, { suffix })).status);
    expect(await read(server)).toEqual(metadata);
  }
});
