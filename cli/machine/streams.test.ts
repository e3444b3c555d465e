import { hasColors } from './streams';

test.each<[NodeJS.ProcessEnv, boolean, boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ TERM: 'dumb' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: 'true', NO_COLOR: '1' }, false, true],
])('with %j, and a terminal: %s, colours: %s', (environment, isTerminal, colors) => {
  expect(hasColors(environment, isTerminal)).toBe(colors);
});
