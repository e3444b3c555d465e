import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SampleEndpoint } from './samples';

const targets = resolve(__dirname, '../../targets');

/**
 * What a known endpoint says of itself: the comment above its declaration, on one line.
 *
 * @throws where it says nothing.
 */
export function sentenceOf({ name, kind }: Pick<SampleEndpoint, 'name' | 'kind'>): string {
  if (name === 'embedded') return 'The embedded endpoint as it is.';
  const path = resolve(targets, `${kind}s`, 'known', name);
  const file = [`${path}.ts`, `${path}.js`].find(existsSync);
  const source = file === undefined ? '' : readFileSync(file, 'utf8');
  const [, comment = ''] = source.match(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export default|exports\.default)/) ?? [];
  const sentence = comment.replaceAll(/\s*\n\s*\*? ?/g, ' ').trim();
  if (sentence === '') throw new Error(`${kind} ${name} does not say what it does`);
  return sentence;
}
