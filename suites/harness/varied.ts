import { held } from './refuses';

/**
 * What a change of the vm_state may do to a map shows on pairs of every kind. A server that refuses keeps it from check
 * to check.
 */
export const varied = {
  ...held,
  CamelCase: 'Title Case',
  'dotted.name': '',
  'a:b-c_d': 'Zürich 元😀',
  spaces: ' a  b ',
  number: '0010',
  literal: 'null',
  markup: '<a href="x">&amp;</a>',
  long: 'v'.repeat(255),
};
