import { searchOptions } from './search-options';

test('without a word, standard effort and a new seed each time', () => {
  const [one, other] = [searchOptions({}, []), searchOptions({}, [])];
  expect(one.effort.name).toBe('standard');
  expect(one.seed).not.toBe(other.seed);
  expect(one.replay).toBeUndefined();
});

test('effort, seed and replay as given', () => {
  expect(searchOptions({ effort: 'quick', seed: 7, replay: 'KEY-02:12:3:0:1' }, [])).toMatchObject({
    effort: { name: 'quick' },
    seed: 7,
    replay: { clause: 'KEY-02', seed: 12, path: '3:0:1' },
  });
});

test.each([
  [{ effort: 'huge' }, /--effort huge is unknown: give one of smoke, quick, standard, thorough/],
  [{ effort: 'toString' }, / is unknown: /],
  [{ replay: 'KEY-02' }, /--replay KEY-02 cannot be read: copy it from a report/],
  [{ replay: 'KEY-99:1:0' }, /there is no clause KEY-99/],
])('%j is refused with its mend', (given, complaint) => {
  expect(() => searchOptions(given, [])).toThrow(complaint);
});
