import { type Node, parseTree } from 'jsonc-parser';
import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Takes the first of two equal keys (BODY-08). */
export default variant('repeated-key-first-wins', {
  readBody: (request) => {
    const json = compliant.readBody(request);
    return json === undefined ? json : firstWinning(parseTree(request.body.toString('utf8')));
  },
});

function firstWinning(node: Node | undefined): unknown {
  if (node?.type === 'array') return node.children?.map(firstWinning);
  if (node?.type !== 'object') return node?.value;
  const pairs = (node.children ?? []).map(({ children }) => [
    String(children?.[0]?.value),
    firstWinning(children?.[1]),
  ]);
  return Object.fromEntries(pairs.reverse());
}
