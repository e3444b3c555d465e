import { stepCiFailures } from './step-ci';

const skipped = `⚠︎ metadata › Read it

Step was skipped because previous one failed

`;

test('a step fails with its failed checks, and skipped steps do not count', () => {
  const failed = `● metadata › Replace it

Request  HTTP

{"metadata":{"key1":"value1"}}
Checks

✔ JSON

✕ JSON Schema

✕ Status

Expected

200

`;
  const summary = 'Summary\n\n  ✕ Replace it failed after 0.038s\n  ⚠︎ Read it skipped after 0s\n\n';
  expect(stepCiFailures(summary + failed + skipped)).toEqual(['metadata › Replace it: JSON Schema, Status']);
});

test('a step without a response fails with the reason', () => {
  const dropped = '⚠︎ metadata › Replace it\n\nsocket hang up\n\n';
  expect(stepCiFailures(dropped + skipped)).toEqual(['metadata › Replace it: socket hang up']);
});

test('a workflow that passes has no failures', () => {
  expect(stepCiFailures(' PASS  The metadata of a server ⏲ 0.045s\n\nWorkflow passed after 0.048s\n')).toEqual([]);
});
