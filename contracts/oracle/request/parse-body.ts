import { type Node, parseTree } from 'jsonc-parser';
import type { ClauseId } from '../../clauses';
import { type Body, jsonOf, textOf } from '../../http/exchange';
import { asObject } from '../../http/json';
import { memoizeByText } from '../../http/memoize';

/** The parsed bytes of a request body, before any rule of the API applies. */
export type BodyText =
  | { readonly kind: 'not utf-8' }
  | { readonly kind: 'not json' }
  | {
      readonly kind: 'json';
      /** Of duplicate members the last one wins, as in `JSON.parse`. */
      readonly json: unknown;
      /** The value if the first one wins. Undefined without duplicate members. */
      readonly firstWins: unknown;
      readonly byteOrderMark: boolean;
      readonly depth: number;
      readonly bytes: number;
      /** True if the text equals the output of `JSON.stringify`. */
      readonly plain: boolean;
    };

/** Memoized, because `judge` and `nextModel` parse the same body. */
export const parseBodyText: (body: Body) => BodyText = memoizeByText(textOf, (whole): BodyText => {
  if (whole === undefined) return { kind: 'not utf-8' };
  const byteOrderMark = whole.startsWith('\uFEFF');
  const text = byteOrderMark ? whole.slice(1) : whole;
  let json: unknown;
  try {
    // `jsonOf` shares its result, but does not parse values that are too deep.
    json = jsonOf({ text }) ?? JSON.parse(text);
  } catch {
    return { kind: 'not json' };
  }
  const plain = JSON.stringify(json) === text;
  // The output of JSON.stringify has no duplicate members. Nearly all bodies are of this form.
  const tree = plain ? undefined : parseTree(text);
  return {
    kind: 'json',
    json,
    firstWins: tree !== undefined && hasDuplicates(tree) ? firstWinning(tree) : undefined,
    byteOrderMark,
    depth: depthOf(json),
    bytes: Buffer.byteLength(whole),
    plain,
  };
});

function hasDuplicates(node: Node): boolean {
  const children = node.children ?? [];
  const names = node.type === 'object' ? children.map((property) => property.children?.[0]?.value) : [];
  return new Set(names).size < names.length || children.some(hasDuplicates);
}

/** The value of a syntax tree. Of duplicate members the first one wins. */
function firstWinning(node: Node): unknown {
  const children = node.children ?? [];
  if (node.type === 'array') return children.map(firstWinning);
  if (node.type !== 'object') return node.value;
  const pairs = children.map((property): [string, unknown] => {
    const [name, value] = property.children ?? [];
    return [String(name?.value), value === undefined ? undefined : firstWinning(value)];
  });
  return Object.fromEntries(pairs.reverse());
}

function depthOf(json: unknown): number {
  let depth = 0;
  let layer: unknown[] = [json];
  while (layer.length > 0) {
    const inner: unknown[] = [];
    // Push one by one: spreading a list of a million members would overflow the stack.
    for (const value of layer) {
      if (typeof value !== 'object' || value === null) continue;
      for (const member of Object.values(value)) inner.push(member);
    }
    depth += 1;
    layer = inner;
  }
  return depth;
}

interface BodyShape {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly pairs: [string, unknown][];
  readonly extraMembers: boolean;
}

/** The clause that the structure of a body violates, or its metadata. */
export function bodyShape(json: unknown): ClauseId | BodyShape {
  const body = asObject(json);
  if (body === undefined) return 'BODY-03';
  if (!Object.hasOwn(body, 'metadata')) return 'BODY-01';
  const metadata = asObject(body.metadata);
  if (metadata === undefined) return 'BODY-02';
  return { metadata, pairs: Object.entries(metadata), extraMembers: Object.keys(body).length > 1 };
}
