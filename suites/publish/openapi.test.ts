import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { metadataPath } from '../../contracts/http/route';
import { versions } from '../../contracts/metadata';
import { examples } from '../../contracts/pact/examples';
import { ecs } from '../../contracts/profiles/ecs';
import { openapi } from '../../contracts/schemas/openapi';

test('the document is valid by a public linter', () => {
  const linter = require.resolve('@redocly/cli/bin/cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const document = resolve(__dirname, '../../contracts/openapi.yaml');
  const lint = (file: string) => execFileSync(process.execPath, [linter, 'lint', file], { env, stdio: 'pipe' });
  expect(() => lint(document)).not.toThrow();
  // The linter would not pass just anything.
  expect(() => lint(resolve(__dirname, '../../package.json'))).toThrow();
});

test.each(versions)('the document knows every answer of the contract under %s', (version) => {
  const { paths } = openapi as unknown as { paths: Record<string, { put: { responses: object } }> };
  const known = Object.keys(paths[metadataPath(version, '{project_id}', '{server_id}')]?.put.responses ?? {});
  const due = examples.flatMap(({ answer }) => (answer.cases ?? ['accepted']).flatMap((name) => ecs.statuses[name]));
  expect(known).toEqual(expect.arrayContaining(due.map(String)));
});

test.each(examples.filter(({ answer }) => answer.cases?.includes('invalid')))(
  'the document refuses what $clause is about',
  ({ sent }) => {
    const { components } = openapi as unknown as { components: { schemas: { Request: object } } };
    const isRequest = new Ajv({ ownProperties: true }).compile(components.schemas.Request);
    expect(isRequest(JSON.parse(JSON.stringify({ metadata: sent })))).toBe(false);
    expect(isRequest({ metadata: { both: '2' } })).toBe(true);
  },
);
