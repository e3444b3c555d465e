import { settingSources } from '../settings/load-settings';
import { nameSource, rememberSources } from './setting-sources';

afterEach(() => rememberSources(new Map()));

test('an error about a value names its source', () => {
  rememberSources(settingSources('run', { effort: 'fast' }, { ECS_METADATA_WAIVE: 'foo', OS_TOKEN: 'é' }));
  expect(nameSource('--waive foo is unknown: give a clause')).toBe('ECS_METADATA_WAIVE: foo is unknown: give a clause');
  expect(nameSource('--token is not a token')).toBe('OS_TOKEN is not a token');
  expect(nameSource('--effort fast is unknown')).toBe('--effort fast is unknown');
  expect(nameSource('--seed is "x"')).toBe('--seed is "x"');
});

test('a value of the config file is named with the file', () => {
  rememberSources(new Map([['--waive', 'waive in c.yaml']]));
  expect(nameSource('--waive foo is unknown')).toBe('waive in c.yaml: foo is unknown');
});
