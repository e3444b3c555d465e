import { AsyncLocalStorage } from 'node:async_hooks';
import type { Session } from '../session/session';

/**
 * The session of the run that calls Jest. Jest constructs the runner by its path, so nothing can be passed to it. Two
 * runs in one process each see their own session.
 */
const sessions = new AsyncLocalStorage<Session>();

export function withSession<Result>(session: Session, run: () => Promise<Result>): Promise<Result> {
  return sessions.run(session, run);
}

/** @throws outside of `withSession`. */
export function currentSession(): Session {
  const session = sessions.getStore();
  if (session === undefined) throw new Error('the suites run through the command alone, not through Jest');
  return session;
}
