import { routeOf } from '../contracts/http/route';

/** The server that a path is about; a UUID is the same one in capitals. */
export function serverOf(path: string): string | undefined {
  return routeOf(path)?.serverId.toLowerCase();
}
