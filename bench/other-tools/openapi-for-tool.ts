import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: object;
  readonly example: string;
}

interface Content {
  readonly 'application/json': { readonly schema: object; readonly example?: object };
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

interface PathItem extends Readonly<Record<string, unknown>> {
  readonly parameters: readonly Omit<Parameter, 'example'>[];
  readonly put: Operation;
  readonly get: Operation;
}

export interface Document extends Readonly<Record<string, unknown>> {
  readonly paths: Readonly<Record<string, PathItem>>;
}

/** The map of the example request on the page. */
const example = { metadata: { key1: 'value1', key2: 'value2' } };

/**
 * `contracts/openapi.yaml`, changed in favour of the other tools. It names the project and the server that exist. It has
 * the example of the page as request and as response. It says that /v2.1 accepts no member but `metadata`. It has no
 * references, because not all tools resolve them.
 */
export function openapiForTool(ids: Readonly<Record<string, string>>, url: string): Document {
  const text = readFileSync(resolve('contracts/openapi.yaml'), 'utf8');
  const whole = parse(text) as Record<string, unknown>;
  const { components: _, ...document } = inlineReferences(whole, whole) as Document;
  const { securitySchemes } = whole.components as Record<string, unknown>;
  const paths = Object.entries(document.paths).map(([path, { parameters: inPath, put, get }]) => {
    const parameters = inPath.map((parameter) => {
      const id = ids[parameter.name] ?? '';
      return { ...parameter, schema: { type: 'string', enum: [id] }, example: id };
    });
    const isClosed = path.startsWith('/v2.1/');
    return [
      path,
      { put: { ...withExample(put, isClosed), parameters }, get: { ...withExample(get, isClosed), parameters } },
    ];
  });
  return { ...document, servers: [{ url }], paths: Object.fromEntries(paths), components: { securitySchemes } };
}

/** The document with an additional header in each request. */
export function withHeader(document: Document, name: string, value: string): Document {
  const header = { name, in: 'header', required: true, schema: { type: 'string' }, example: value };
  const added = (operation: Operation) => ({ ...operation, parameters: [...(operation.parameters ?? []), header] });
  const paths = Object.entries(document.paths).map(([path, { put, get }]) => [
    path,
    { put: added(put), get: added(get) },
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function withExample(operation: Operation, isClosed: boolean): Operation {
  const { requestBody, responses } = operation;
  const { 200: accepted, ...rejections } = responses;
  const json = accepted?.content['application/json'];
  const changed = { 200: { ...accepted, content: { 'application/json': { ...json, example } } }, ...rejections };
  if (requestBody === undefined) return { ...operation, responses: changed } as Operation;
  const { schema } = requestBody.content['application/json'];
  const closed = isClosed ? { ...schema, additionalProperties: false } : schema;
  const body = { ...requestBody, content: { 'application/json': { schema: closed, example } } };
  return { ...operation, requestBody: body, responses: changed } as Operation;
}

function inlineReferences(value: unknown, whole: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((each) => inlineReferences(each, whole));
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) return inlineReferences(resolveReference(String(value.$ref), whole), whole);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inlineReferences(each, whole)]));
}

/** The part of the document that a reference like `#/components/schemas/Request` names. */
function resolveReference(reference: string, whole: Record<string, unknown>): unknown {
  const [, ...names] = reference.split('/');
  return names.reduce<unknown>((found, name) => (found as Record<string, unknown>)[name], whole);
}
