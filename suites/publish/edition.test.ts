import { editions } from '../../contracts/editions';
import { currentEdition } from './edition';

const [newest] = editions;
const today = currentEdition('today', 'thorough');

// A run of this suite must be able to keep the edition that it certifies by.
test('each clause has as many checks and inputs as the newest edition requires', () => {
  const fewer = newest.clauses.filter((required) => {
    const { checks = 0, trials = 0 } = today.clauses.find(({ clause }) => clause === required.clause) ?? {};
    return checks < required.checks || trials < required.trials;
  });
  expect(fewer).toEqual([]);
});

test('each clause has a check', () => {
  expect(today.clauses.filter(({ checks }) => checks === 0)).toEqual([]);
});
