import type { Version } from '../../../contracts/metadata';
import { checkMicroversion, servedMinor } from '../../embedded/microversion';
import type { AuthorisedRequest } from '../../embedded/router';
import { baseUrlOf } from '../base-url';

/** A request to a resource of the mock. */
export interface ResourceRequest extends AuthorisedRequest {
  /** The user of the caller. */
  readonly userId: string;
  readonly version: Version;
  /** The path below the project: `servers/detail`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The microversion: 47 for 2.47. */
  readonly minor: number;
  /** Nova's `links` to a path below the project. */
  readonly linkTo: (path: string) => readonly Link[];
}

interface Link {
  readonly rel: string;
  readonly href: string;
}

/**
 * Undefined for a path that is not below a project.
 *
 * @throws {HttpError} for a microversion that is not served.
 */
export function parseResourceRequest(authorised: AuthorisedRequest, userId: string): ResourceRequest | undefined {
  const { request } = authorised;
  const [whole = '', query] = request.url.split('?');
  const [, version, projectId, ...rest] = whole.split('/');
  if ((version !== 'v2' && version !== 'v2.1') || projectId === undefined) return undefined;
  checkMicroversion(request, version);
  const baseUrl = baseUrlOf(request);
  return {
    ...authorised,
    userId,
    version,
    path: rest.join('/'),
    query: new URLSearchParams(query),
    minor: servedMinor(request, version),
    linkTo: (path) => [
      { rel: 'self', href: `${baseUrl}/${version}/${projectId}/${path}` },
      { rel: 'bookmark', href: `${baseUrl}/${projectId}/${path}` },
    ],
  };
}
