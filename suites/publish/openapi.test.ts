import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { metadataPath } from '../../contracts/http/route';
import { versions } from '../../contracts/metadata';
import { examples } from '../../contracts/pact/examples';
import { ecs } from '../../contracts/profiles/ecs';
import { openapi } from '../../contracts/schemas/openapi';
import schemaOfOpenApi from './openapi-3.1.schema.json';

const document: unknown = parse(readFileSync(resolve(__dirname, '../../contracts/openapi.yaml'), 'utf8'));

// The schema of the OpenAPI Initiative: https://spec.openapis.org/oas/3.1/schema/2026-08-03
const isOpenApi = new Ajv({ strict: false, validateFormats: false }).compile(schemaOfOpenApi);

test('the document is valid by the schema of OpenAPI 3.1', () => {
  isOpenApi(document);
  expect(isOpenApi.errors).toBeNull();
  // The schema would not pass just anything.
  expect(isOpenApi({ ...(document as object), info: {} })).toBe(false);
});

test('each reference of the document resolves, and each path declares its parameters', () => {
  const references = JSON.stringify(document).match(/(?<="\$ref":")[^"]+/g) ?? [];
  expect(references.length).toBeGreaterThan(2);
  for (const reference of references) expect(resolveReference(reference)).toBeDefined();
  const { paths } = document as { paths: Record<string, { parameters?: unknown[]; put: { parameters?: unknown[] } }> };
  for (const [path, { parameters = [], put }] of Object.entries(paths)) {
    const declared = [...parameters, ...(put.parameters ?? [])].map((parameter) => {
      const { $ref } = parameter as { $ref?: string };
      return ($ref === undefined ? parameter : resolveReference($ref)) as { in: string; name: string };
    });
    const names = declared.filter((each) => each.in === 'path').map(({ name }) => name);
    expect(names.sort()).toEqual(path.match(/(?<={)[^}]+/g)?.sort());
  }
});

function resolveReference(reference: string): unknown {
  const [head, ...names] = reference.split('/');
  expect(head).toBe('#');
  return names.reduce((at: unknown, name) => (at as Record<string, unknown> | undefined)?.[name], document);
}

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
