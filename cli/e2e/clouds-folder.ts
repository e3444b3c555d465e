import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { newFolder } from './command';
import { type FakeCloud, password } from './fake-cloud';

/** What stands in a clouds.yaml for a user of a fake cloud. */
export function entry({ authUrl }: FakeCloud, user = 'demo', more: object = {}): object {
  const auth = { auth_url: authUrl, username: user, password, project_name: user };
  return {
    auth: { ...auth, user_domain_name: 'Default', project_domain_name: 'Default' },
    region_name: 'north',
    ...more,
  };
}

/** A folder that a user would run the command in, with this clouds.yaml. */
export function cloudsFolder(clouds: Readonly<Record<string, object>>, secure?: object): string {
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'clouds.yaml'), stringify({ clouds }));
  if (secure !== undefined) writeFileSync(join(folder, 'secure.yaml'), stringify({ clouds: secure }));
  return folder;
}
