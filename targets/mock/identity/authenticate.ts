import { badRequest } from '../../embedded/http';
import { type Account, domain } from './account';
import { wrongCredentials } from './identity-error';
import type { Token, Tokens } from './tokens';

interface Proof {
  readonly account: Account;
  readonly methods: readonly string[];
}

/**
 * Carries out `POST /v3/auth/tokens`.
 *
 * @param body the parsed body.
 * @throws {HttpError} 400 for a body of another form, 401 for wrong credentials or a project without a role.
 */
export function authenticate(body: unknown, accounts: readonly Account[], tokens: Tokens): Token {
  const auth = member(body, 'auth');
  const identity = member(auth, 'identity');
  const [method, ...others] = list(member(identity, 'methods'));
  if (auth === undefined || typeof method !== 'string')
    throw badRequest("'auth.identity.methods' is a required property");
  if (others.length > 0) throw badRequest('The mock takes one method of authentication at a time');
  const { account, methods } = prove(method, member(identity, method), accounts, tokens);
  const scope = member(auth, 'scope');
  if (method === 'application_credential') {
    if (scope !== undefined) throw wrongCredentials();
    return tokens.issue(account, methods, true);
  }
  return tokens.issue(account, methods, hasProject(scope, account));
}

function prove(method: string, given: unknown, accounts: readonly Account[], tokens: Tokens): Proof {
  const proof = provers[method]?.(given, accounts, tokens);
  if (proof === undefined) throw wrongCredentials();
  return proof;
}

const provers: Readonly<
  Record<string, (given: unknown, all: readonly Account[], tokens: Tokens) => Proof | undefined>
> = {
  password: (given, accounts) => {
    const user = member(given, 'user');
    const account = accounts.find((each) => isUser(user, each) && member(user, 'password') === each.password);
    return account && { account, methods: ['password'] };
  },
  application_credential: (given, accounts) => {
    const account = accounts.find((each) => {
      const { id, name, secret } = each.applicationCredential;
      const isNamed = member(given, 'name') === name && isUser(member(given, 'user'), each);
      return (member(given, 'id') === id || isNamed) && member(given, 'secret') === secret;
    });
    return account && { account, methods: ['application_credential'] };
  },
  token: (given, _, tokens) => {
    const token = tokens.find(String(member(given, 'id')));
    return token && { account: token.account, methods: [...new Set([...token.methods, 'token'])] };
  },
};

/** @throws {HttpError} 401 for any scope but the project of the account and none. */
function hasProject(scope: unknown, { projectId, projectName }: Account): boolean {
  if (scope === undefined || scope === 'unscoped' || member(scope, 'unscoped') !== undefined) return false;
  const project = member(scope, 'project');
  const isById = member(project, 'id') === projectId;
  const isByName = member(project, 'name') === projectName && isDomain(member(project, 'domain'));
  if (!isById && !isByName) throw wrongCredentials();
  return true;
}

function isUser(user: unknown, { userId, username }: Account): boolean {
  return member(user, 'id') === userId || (member(user, 'name') === username && isDomain(member(user, 'domain')));
}

function isDomain(given: unknown): boolean {
  return member(given, 'id') === domain.id || member(given, 'name') === domain.name;
}

function member(json: unknown, name: string): unknown {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, name)) return undefined;
  return (json as Record<string, unknown>)[name];
}

function list(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}
