import type { Metadata } from '../../contracts/metadata';
import { held } from './refuses';
import type { Tools } from './tools';

/**
 * What a change of the vm_state may do to a map shows on pairs of every kind. A server that refuses keeps it from check
 * to check.
 */
export function varied({ limits }: Pick<Tools, 'limits'>): Metadata {
  return {
    ...held,
    CamelCase: 'Title Case',
    'dotted.name': '',
    'a:b-c_d': 'Zürich 元😀',
    spaces: ' a  b ',
    number: '0010',
    literal: 'null',
    markup: '<b>&amp;</b>',
    long: 'v'.repeat(limits.valueLength),
  };
}
