import { editions } from '../../contracts/editions';
import { currentEdition } from './edition';

const [newest] = editions;
const today = currentEdition('today', 'thorough');

// A run of this suite must be able to keep the edition that it certifies by.
test.each(newest.clauses)(
  '$clause is examined by as many checks and inputs as the newest edition requires',
  (required) => {
    const { checks, trials } = today.clauses.find(({ clause }) => clause === required.clause) ?? {};
    expect(checks).toBeGreaterThanOrEqual(required.checks);
    expect(trials).toBeGreaterThanOrEqual(required.trials);
  },
);

test('every clause is examined by a check', () => {
  expect(today.clauses.filter(({ checks }) => checks === 0)).toEqual([]);
});
