import { NeedNotMet } from './check-outcome';
import { Environment } from './environment';

test('a check whose needs are met is in the plan', () => {
  const environment = new Environment(['v2.1', 'v2']);
  expect(environment.firstUnmet([])).toBeUndefined();
  expect(environment.firstUnmet(['second-server', 'vm-states/rescued'])).toBeUndefined();
  expect(() => environment.require('lock')).not.toThrow();
  expect(environment.missing).toEqual([]);
});

test('the first need that is not met is returned, with its reason', () => {
  const environment = new Environment(['v2.1', 'v2'], [{ need: 'second-project', reason: 'none was named' }]);
  const missing = { need: 'second-project', reason: 'none was named' } as const;
  expect(environment.firstUnmet(['second-server', 'second-project'])).toEqual(missing);
  expect(environment.missing).toEqual([missing]);
  expect(() => environment.require('second-project')).toThrow(new NeedNotMet('second-project', 'none was named'));
});

test('the first reason stays', () => {
  const environment = new Environment(['v2.1']);
  environment.markMissing('lock', 'status 403');
  environment.markMissing('lock', 'status 500');
  expect(environment.missing).toEqual([{ need: 'lock', reason: 'status 403' }]);
});

test('without a capability all parts are missing; without a part the others are there', () => {
  const environment = new Environment(['v2.1']);
  environment.markMissing('vm-states/rescued', 'status 403');
  expect(environment.missingReason('vm-states/rescued')).toBe('status 403');
  expect(environment.missingReason('vm-states/paused')).toBeUndefined();
  expect(environment.missingReason('vm-states')).toBeUndefined();
  environment.markMissing('item-operations', 'status 404');
  expect(environment.missingReason('item-operations/add')).toBe('status 404');
});

test('checks run under the versions that are served', () => {
  const environment = new Environment(['v2.1', 'v2']);
  expect(environment.servedVersion('v2')).toBe('v2');
  environment.markMissing('v2', 'status 404');
  expect(environment.versions).toEqual(['v2.1']);
  expect(environment.servedVersion('v2')).toBe('v2.1');
  expect(environment.servedVersion('v2.1')).toBe('v2.1');
});

test('if the operation is served under no version, its checks stand under those that can be read', () => {
  const environment = new Environment(['v2.1', 'v2']);
  for (const version of ['v2', 'v2.1'] as const) environment.markMissing(version, 'status 404');
  expect(environment.versions).toEqual(['v2.1', 'v2']);
});
