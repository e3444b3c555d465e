import { candidates, featureCandidates, mostSpecificFirst } from './candidate';

test('the ground orders candidates, and equal grounds keep their order', () => {
  const set = [
    ...candidates('unprovoked', 'REPLACE-07'),
    ...candidates('difference', 'REPLACE-02', 'REPLACE-01'),
    ...featureCandidates(['KEY-02', 'BODY-05']),
    ...candidates('vm_state', 'STATE-02'),
  ];
  expect(mostSpecificFirst(set)).toEqual(['STATE-02', 'BODY-05', 'KEY-02', 'REPLACE-02', 'REPLACE-01', 'REPLACE-07']);
});

test('a clause with several grounds counts by its most specific one', () => {
  const set = [...candidates('difference', 'REPLACE-01', 'VALUE-03'), ...featureCandidates(['VALUE-03'])];
  expect(mostSpecificFirst(set)).toEqual(['VALUE-03', 'REPLACE-01']);
});
