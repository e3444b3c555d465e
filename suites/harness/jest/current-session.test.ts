import type { Session } from '../session/session';
import { currentSession, withSession } from './current-session';

test('two runs at the same time each see their own session', async () => {
  const [one, other] = [{}, {}] as [Session, Session];
  const later = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return currentSession();
  };
  const seen = await Promise.all([withSession(one, later), withSession(other, later)]);
  expect(seen[0]).toBe(one);
  expect(seen[1]).toBe(other);
});

test('outside of a run there is none', () => {
  expect(() => currentSession()).toThrow('the suites run through the command alone');
});
