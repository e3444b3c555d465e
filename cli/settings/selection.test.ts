import { clauses as catalogue } from '../../contracts/clauses';
import { parseSelection } from './selection';

const clausesOf = (family: string) => catalogue.map(({ id }) => id).filter((id) => id.startsWith(`${family}-`));

test('clauses, families, checks and properties may be selected, in any case', () => {
  expect([...parseSelection(['key-04', 'Method', 'KEY-05/slash', 'key-02/Any-Legal-Key'])]).toEqual([
    'KEY-04',
    ...clausesOf('METHOD'),
    'KEY-05/slash',
    'KEY-02/any-legal-key',
  ]);
});

test.each([
  ['KEY-94', '--clause KEY-94 is unknown: did you mean KEY-04?'],
  ['METHODS', '--clause METHODS is unknown: did you mean METHOD?'],
  ['something', '--clause something is unknown: give a clause such as KEY-04, a family (REPLACE, '],
  ['KEY-05/slahs', '--clause KEY-05/slahs is unknown: did you mean KEY-05/slash?'],
  ['KEY-05/nothing-like-it-at-all-whatever', 'run --list --clause KEY-05 prints the checks'],
  ['KEY-99/slash', '--clause KEY-99/slash is unknown: did you mean KEY-05/slash?'],
  ['/', '--clause / is unknown: run --list prints the checks'],
])('%s is unknown', (word, message) => {
  expect(() => parseSelection([word])).toThrow(message);
});
