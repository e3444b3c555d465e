import type { IncomingRequest } from '../embedded/http';

/** The address under which the client reached the mock: a proxy or a container may have another one than the mock. */
export function baseUrlOf({ headers }: IncomingRequest): string {
  return `http://${headers.host ?? '127.0.0.1'}`;
}
