import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type ConfigName = 'clouds' | 'secure' | 'clouds-public';

/** The variables that name a file of their own. */
const named: Readonly<Partial<Record<ConfigName, string>>> = {
  clouds: 'OS_CLIENT_CONFIG_FILE',
  secure: 'OS_CLIENT_SECURE_FILE',
};

/** Where OpenStack's own clients look, in this order. */
export function configFolders(environment: NodeJS.ProcessEnv): string[] {
  const home = environment.HOME ?? homedir();
  const own = environment.XDG_CONFIG_HOME || join(home, '.config');
  const shared = (environment.XDG_CONFIG_DIRS || '/etc/xdg').split(':').map((folder) => join(folder, 'openstack'));
  return [...new Set(['.', join(own, 'openstack'), join(home, '.config/openstack'), ...shared, '/etc/openstack'])];
}

/** The first of the files of this name that is there. */
export function configPath(name: ConfigName, environment: NodeJS.ProcessEnv): string | undefined {
  const variable = named[name];
  const first = variable === undefined ? undefined : environment[variable];
  const usual = configFolders(environment).flatMap((folder) =>
    ['yaml', 'yml', 'json'].map((suffix) => join(folder, `${name}.${suffix}`)),
  );
  return [...(first ? [first] : []), ...usual].find((path) => existsSync(path));
}
