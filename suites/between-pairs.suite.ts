import { firstCharacters } from '../properties/cases/lengths';
import { clause } from './harness/clause';
import { stores } from './harness/stores';

// A pair is what it is, whatever the other pairs of its map are called or hold.

clause('REPLACE-01', 'stores a pair whose value is its key', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  await stores(tools, server, { name: 'name', other: '1' });
  await stores(tools, server, { a: 'a', b: 'b', c: 'c' });
});

clause('REPLACE-01', 'stores pairs whose values are keys of others', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  await stores(tools, server, { a: 'b', b: 'a', c: 'd', d: 'e', key: 'value', value: 'key' });
  await stores(tools, server, { one: '1', '1': 'one', both: 'old', old: 'both' });
});

clause('VALUE-03', 'fills in no value that another names', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  const templates = [
    '$a',
    `\${a}`,
    '$(a)',
    '%a%',
    '%(a)s',
    '{a}',
    '{{a}}',
    '{{ a }}',
    '#{a}',
    '@{a}',
    '@a',
    '<a>',
    '&a;',
    '*a',
  ];
  const { valueLength } = tools.limits;
  const named = templates.map((template, index) => [
    `t${index}`,
    firstCharacters(`${template} and ${template}`, valueLength),
  ]);
  await stores(tools, server, { a: 'filled in', ...Object.fromEntries(named.slice(0, 7)) });
  await stores(tools, server, { ...Object.fromEntries(named.slice(7)), a: 'filled in' });
});
