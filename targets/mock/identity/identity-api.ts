import {
  badRequest,
  HttpError,
  type IncomingRequest,
  jsonResponse,
  notFound,
  type OutgoingResponse,
} from '../../embedded/http';
import { baseUrlOf } from '../base-url';
import { type Account, domain } from './account';
import { authenticate } from './authenticate';
import { identityError, wrongCredentials } from './identity-error';
import { catalog, tokenDocument } from './token-document';
import type { Token, Tokens } from './tokens';

/** The path of Keystone. */
export const identityPath = '/identity';

/** Keystone's version 3, as far as clients of the compute API use it. */
export class IdentityApi {
  constructor(
    private readonly accounts: readonly Account[],
    private readonly tokens: Tokens,
  ) {}

  respond(request: IncomingRequest): OutgoingResponse {
    try {
      return this.dispatch(request);
    } catch (error) {
      return identityError(error instanceof HttpError ? error : new HttpError(500, 'An unexpected error.'));
    }
  }

  private dispatch(request: IncomingRequest): OutgoingResponse {
    const [path = ''] = request.url.slice(identityPath.length).split('?');
    const baseUrl = baseUrlOf(request);
    const operation = `${request.method} ${path.replace(/\/$/, '')}`;
    switch (operation) {
      case 'GET ':
        return jsonResponse(300, { versions: { values: [versionDocument(baseUrl)] } });
      case 'GET /v3':
        return jsonResponse(200, { version: versionDocument(baseUrl) });
      case 'POST /v3/auth/tokens':
        return this.show(authenticate(parse(request), this.accounts, this.tokens), 201, request);
      case 'GET /v3/auth/tokens':
      case 'HEAD /v3/auth/tokens':
        return this.show(this.subject(request), 200, request);
      case 'DELETE /v3/auth/tokens':
        this.tokens.revoke(this.subject(request));
        return { status: 204, headers: {}, body: '' };
      case 'GET /v3/auth/catalog':
        return collection('catalog', catalog(baseUrl, this.caller(request).account.projectId), request);
      case 'GET /v3/auth/projects':
      case 'GET /v3/projects':
        return collection('projects', [projectDocument(this.caller(request).account)], request);
    }
    const { account } = this.caller(request);
    if (operation === `GET /v3/projects/${account.projectId}`)
      return jsonResponse(200, { project: projectDocument(account) });
    if (operation === `GET /v3/users/${account.userId}/projects`) {
      return collection('projects', [projectDocument(account)], request);
    }
    throw notFound('The resource');
  }

  private show(token: Token, status: number, request: IncomingRequest): OutgoingResponse {
    const withCatalog = !/[?&]nocatalog\b/.test(request.url);
    const document = tokenDocument(token, baseUrlOf(request), withCatalog);
    return jsonResponse(status, { token: document }, { 'x-subject-token': token.id, vary: 'X-Auth-Token' });
  }

  /** @throws {HttpError} 401 without a good token. */
  private caller({ headers }: IncomingRequest): Token {
    const token = this.tokens.find(headers['x-auth-token']);
    if (token === undefined) throw wrongCredentials();
    return token;
  }

  private subject(request: IncomingRequest): Token {
    this.caller(request);
    const token = this.tokens.find(request.headers['x-subject-token']);
    if (token === undefined) throw notFound('The token');
    return token;
  }
}

function parse({ body }: IncomingRequest): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest('Malformed request body');
  }
}

function collection(name: string, items: readonly unknown[], request: IncomingRequest): OutgoingResponse {
  const self = `${baseUrlOf(request)}${request.url}`;
  return jsonResponse(200, { [name]: items, links: { self, previous: null, next: null } });
}

function projectDocument({ projectId, projectName }: Account): unknown {
  return {
    id: projectId,
    name: projectName,
    domain_id: domain.id,
    parent_id: domain.id,
    description: '',
    enabled: true,
    is_domain: false,
    tags: [],
    options: {},
  };
}

function versionDocument(baseUrl: string): unknown {
  return {
    id: 'v3.14',
    status: 'stable',
    updated: '2020-04-07T00:00:00Z',
    links: [{ rel: 'self', href: `${baseUrl}${identityPath}/v3/` }],
    'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.identity-v3+json' }],
  };
}
