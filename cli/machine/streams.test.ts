import { hasColors, withoutJestMessage } from './streams';

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

test("Jest's message is kept from the terminal, and nothing else", async () => {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  const stream = { write } as unknown as NodeJS.WriteStream;
  await withoutJestMessage(async () => {
    stream.write('\u001b[1mDetermining test suites to run...\u001b[22m');
    stream.write('a line\n');
  }, stream);
  expect(written).toEqual(['a line\n']);
  expect(stream.write).toBe(write);
});
