import { worstExitCode } from './fleet';

test.each<[readonly (0 | 1 | 2 | 3 | 4)[], number]>([
  [[], 0],
  [[0, 0], 0],
  [[0, 3], 3],
  [[3, 1, 0], 1],
  [[1, 2, 3], 2],
  [[2, 4, 1], 4],
])('the worst of the exit codes %j is %d', (codes, worst) => {
  expect(worstExitCode(codes.map((exitCode) => ({ exitCode })))).toBe(worst);
});
