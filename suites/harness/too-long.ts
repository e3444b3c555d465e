import type { Tools } from './tools';

/** A key and a value of one letter more than the limits allow. */
export function tooLong({ limits }: Pick<Tools, 'limits'>): { readonly key: string; readonly value: string } {
  return { key: 'k'.repeat(limits.keyLength + 1), value: 'v'.repeat(limits.valueLength + 1) };
}
