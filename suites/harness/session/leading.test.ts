import { loadSuites } from '../dsl/check';
import { leadingNames } from '../dsl/leading-names';
import { leadingChecks } from './leading';

const suites = loadSuites();
const namesOf = (served: readonly ('v2' | 'v2.1')[]) =>
  leadingChecks(suites, served).map(({ check: { id, version } }) => `${id} ${version}`);

test('every leading check is declared under its version (npm run docs:order)', () => {
  expect(leadingNames.length).toBeGreaterThan(50);
  expect(namesOf(['v2.1', 'v2'])).toEqual(leadingNames);
});

test('quick effort runs a leading check under the version of the list', () => {
  const wrong = leadingChecks(suites, ['v2.1', 'v2']).filter(({ check }) => !check.isSampledVersion);
  expect(wrong.map(({ check }) => check.id)).toEqual([]);
});

test('if one version is served, the leading checks run under that one', () => {
  const names = namesOf(['v2']);
  expect(names.filter((name) => !name.endsWith(' v2'))).toEqual([]);
  expect(names.length).toBeGreaterThan(50);
});
