import { efforts } from './effort';
import { Environment } from './environment';
import { plannedRequests } from './planned-requests';

const plan = { effort: efforts.standard, seed: 1, corpus: [] };
const whole = new Environment(['v2.1', 'v2']);

test('a whole run announces what its effort says', () => {
  expect(plannedRequests(plan, whole)).toBe(efforts.standard.requests);
});

test('what is left out is not announced', () => {
  const withoutProject = new Environment(['v2.1', 'v2'], [{ need: 'second-project', reason: 'none was named' }]);
  const oneVersion = new Environment(['v2'], [{ need: 'v2.1', reason: 'status 404' }]);
  for (const environment of [withoutProject, oneVersion]) {
    expect(plannedRequests(plan, environment)).toBeLessThan(efforts.standard.requests);
  }
  expect(plannedRequests(plan, oneVersion)).toBeGreaterThan(efforts.standard.requests / 2);
});

test('a target that does not serve the operation costs next to nothing', () => {
  const without = new Environment(['v2'], [{ need: 'replace', reason: 'status 405' }]);
  expect(plannedRequests(plan, without)).toBeLessThanOrEqual(1_000);
});
