import type { Session } from '../session/session';

let current: Session | undefined;

/** Hands the examination over to the runner, which Jest makes. */
export function setCurrentSession(session: Session | undefined): void {
  current = session;
}

export function currentSession(): Session {
  if (current === undefined) throw new Error('the suites run through the command alone, not through Jest');
  return current;
}
