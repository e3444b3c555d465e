import { type SampleEndpoint, sampleEndpoints } from '../../suites/mutation/samples';
import { runTool } from './run-tool';
import { tempest } from './tempest';

function known(name: string): SampleEndpoint {
  const found = sampleEndpoints().find((endpoint) => endpoint.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

test('Tempest’s checks pass on the embedded endpoint, whatever its quota', async () => {
  for (const name of ['embedded', 'quota-of-forty', 'quota-none', 'quota-413']) {
    expect(await runTool(tempest, known(name))).toMatchObject({ failures: [] });
  }
});

test.each([
  ['merges', ['v2: another map does not replace it', 'v2.1: another map does not replace it']],
  ['v2-no-quota', ['v2: a pair too many is not refused with 403 or 413']],
  ['key-empty-taken', ['v2: a blank key is not refused with 400', 'v2.1: a blank key is not refused with 400']],
])('Tempest’s checks see that %s', async (name, failures) => {
  expect(await runTool(tempest, known(name))).toMatchObject({ failures: expect.arrayContaining(failures) });
});

test('each run has a new endpoint, and its requests are counted', async () => {
  const first = await runTool(tempest, known('embedded'));
  expect(first.requests).toBe(16);
  expect(await runTool(tempest, known('embedded'))).toMatchObject({ requests: 16 });
});

test('a tool without a report is reported with the reason', async () => {
  const broken = { run: () => Promise.reject(new Error('exit 3: out of order\nand so on')) };
  expect(await runTool(broken, known('embedded'))).toMatchObject({
    failures: [],
    trouble: 'Error: exit 3: out of order',
    requests: 0,
  });
});
