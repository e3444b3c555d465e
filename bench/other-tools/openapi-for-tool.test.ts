import { openapiForTool, withHeader } from './openapi-for-tool';

const ids = { project_id: 'P', server_id: 'S' };
const [v2, v21] = ['/v2', '/v2.1'].map((root) => `${root}/{project_id}/servers/{server_id}/metadata`);

test('the document names the existing server, and has no references', () => {
  const document = openapiForTool(ids, 'http://x');
  expect(JSON.stringify(document)).not.toContain('$ref');
  expect(document).toMatchObject({
    servers: [{ url: 'http://x' }],
    components: { securitySchemes: expect.anything() },
  });
  for (const operation of Object.values(document.paths).flatMap(({ put, get }) => [put, get])) {
    expect(operation.parameters?.map(({ name, example }) => [name, example])).toEqual(Object.entries(ids));
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '400', '401', '404']));
  }
});

test('only v2.1 accepts no member but the map', () => {
  const { paths } = openapiForTool(ids, 'http://x');
  const requests = [v2, v21].map((path) => paths[path ?? '']?.put.requestBody?.content['application/json'].schema);
  expect(requests.map((schema) => schema && 'additionalProperties' in schema)).toEqual([false, true]);
});

test('a header is added to each operation', () => {
  const { paths } = withHeader(openapiForTool(ids, 'http://x'), 'X-Auth-Token', 'T');
  for (const operation of Object.values(paths).flatMap(({ put, get }) => [put, get])) {
    expect(operation.parameters).toContainEqual(expect.objectContaining({ in: 'header', example: 'T' }));
  }
});
