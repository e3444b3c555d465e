import { excessiveLengths } from '../../properties/cases/lengths';
import { check } from '../harness/dsl/check';
import { expectEachRejected } from '../harness/dsl/in-a-row';
import { nearQuota, tooLong } from '../harness/dsl/sample-maps';

check('VALUE-04/in-a-row', 'refuses values that are too long, one after the other', async (tools) => {
  const { next, far } = excessiveLengths(tools.limits.valueLength);
  const values = ['v'.repeat(next), 'v'.repeat(far), `${'v'.repeat(next - 1)} `, '元'.repeat(next)];
  const accent = `${'v'.repeat(next - 1)}\u0301`;
  const lines = `${'v'.repeat(Math.ceil(next / 2))}\n`.repeat(2);
  const { value } = tooLong(tools);
  const maps = [
    ...[...values, accent, lines].map((each) => ({ one: each })),
    { good: '1', one: value },
    { ...nearQuota(tools), one: value },
  ];
  const bodies = maps.map((metadata) => ({ body: { metadata } }));
  await expectEachRejected(tools, bodies, tools.profile.statuses.invalid);
});

check('VALUE-09/in-a-row', 'refuses values that are no strings, one after the other', async (tools) => {
  const values = [1, true, null, ['1'], ['1', '2'], {}, { inner: '1' }];
  const bodies = [
    ...values.map((one) => ({ metadata: { one } })),
    '{"metadata": {"one": 12345678901234567890}}',
    { metadata: { good: '1', one: 1 } },
    { metadata: { ...nearQuota(tools), one: 1 } },
  ];
  await expectEachRejected(
    tools,
    bodies.map((body) => ({ body })),
    tools.profile.statuses.invalid,
  );
});
