import { randomBytes } from 'node:crypto';

/** A user of the mock, with the one project in which it has a role. */
export interface Account {
  readonly userId: string;
  readonly username: string;
  readonly password: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly applicationCredential: ApplicationCredential;
}

interface ApplicationCredential {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
}

/** The domain of all users and projects. */
export const domain = { id: 'default', name: 'Default' } as const;

/** The password and the application credential are random. */
export function createAccount(name: string, projectId: string): Account {
  return {
    userId: randomBytes(16).toString('hex'),
    username: name,
    password: randomSecret(),
    projectId,
    projectName: name,
    applicationCredential: { id: randomBytes(16).toString('hex'), name, secret: randomSecret() },
  };
}

/** Without characters that a shell or YAML treats specially. */
export function randomSecret(): string {
  return randomBytes(16).toString('hex');
}
