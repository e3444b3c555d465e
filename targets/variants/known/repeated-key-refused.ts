import { type Node, parseTree } from 'jsonc-parser';
import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { variant } from '../variant';

/** Refuses a key that is there twice (BODY-08). */
export default variant('repeated-key-refused', {
  readBody: (request) => {
    const body = compliant.readBody(request);
    if (hasTwice(parseTree(request.body.toString('utf8')))) throw badRequest('duplicate key');
    return body;
  },
});

function hasTwice(node: Node | undefined): boolean {
  const children = node?.children ?? [];
  const names = node?.type === 'object' ? children.map((property) => property.children?.[0]?.value) : [];
  return new Set(names).size < names.length || children.some(hasTwice);
}
