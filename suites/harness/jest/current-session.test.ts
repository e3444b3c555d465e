import type { Session } from '../session/session';
import { sessionOf, withSession } from './current-session';

test('two runs at the same time each see their own session', async () => {
  const [one, other] = [{}, {}] as [Session, Session];
  const later = async (key: string) => {
    await new Promise((resolve) => setImmediate(resolve));
    return sessionOf(key);
  };
  const seen = await Promise.all([withSession(one, later), withSession(other, later)]);
  expect(seen[0]).toBe(one);
  expect(seen[1]).toBe(other);
});

test('outside of a run there is none', async () => {
  let last = '';
  await withSession({} as Session, async (key) => {
    last = key;
  });
  for (const key of [last, undefined]) {
    expect(() => sessionOf(key)).toThrow('the suites run through the command alone');
  }
});
