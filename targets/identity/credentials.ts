/** A user, a project or a domain: by its id, which is unique, or by its name, which is so within a domain. */
export interface Named {
  readonly id?: string;
  readonly name?: string;
  readonly domain?: { readonly id?: string; readonly name?: string };
}

/** By what Keystone knows its caller. */
export type Credentials =
  | { readonly method: 'password'; readonly user: Named; readonly password: string }
  | { readonly method: 'token'; readonly token: string }
  | {
      readonly method: 'application credential';
      readonly id?: string;
      /** Without an id: the name, and whose it is. */
      readonly name?: string;
      readonly user?: Named;
      readonly secret: string;
    };

/** What must not be shown. */
export function secretsOf(credentials: Credentials): string[] {
  switch (credentials.method) {
    case 'password':
      return [credentials.password];
    case 'token':
      return [credentials.token];
    case 'application credential':
      return [credentials.secret];
  }
}

/** The body of `POST /v3/auth/tokens`. An application credential is for one project already. */
export function authenticationOf(credentials: Credentials, project: Named | undefined): object {
  const scope = project === undefined ? {} : { scope: { project } };
  switch (credentials.method) {
    case 'password': {
      const { user, password } = credentials;
      return { auth: { identity: { methods: ['password'], password: { user: { ...user, password } } }, ...scope } };
    }
    case 'token':
      return { auth: { identity: { methods: ['token'], token: { id: credentials.token } }, ...scope } };
    case 'application credential': {
      const { method: _, ...credential } = credentials;
      return { auth: { identity: { methods: ['application_credential'], application_credential: credential } } };
    }
  }
}
