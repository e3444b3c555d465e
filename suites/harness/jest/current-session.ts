import type { Session } from '../session/session';

/**
 * The sessions of the runs that call Jest now. Jest constructs the runner by its path and passes JSON to it alone, so the
 * runner finds its session by a key. AsyncLocalStorage would cost every promise of a run some time.
 */
const sessions = new Map<string, Session>();
let runs = 0;

/** Calls `run` with the key of the session, which `sessionOf` knows until `run` has ended. */
export async function withSession<Result>(session: Session, run: (key: string) => Promise<Result>): Promise<Result> {
  runs += 1;
  const key = `${runs}`;
  sessions.set(key, session);
  try {
    return await run(key);
  } finally {
    sessions.delete(key);
  }
}

/** @throws for a key of no run. */
export function sessionOf(key: unknown): Session {
  const session = typeof key === 'string' ? sessions.get(key) : undefined;
  if (session === undefined) throw new Error('the suites run through the command alone, not through Jest');
  return session;
}
