import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { newFolder } from './command';

const root = resolve(__dirname, '../../..');

/** The name of this package, and of its folder in node_modules. */
const packageName = 'ecs-metadata-conformance';

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: true; readonly optional?: true }>>;
}

/**
 * An empty project with this package installed from `npm pack`. It has what the package depends on, as links into the
 * node_modules of this repository, and no package of its development: a test needs no network.
 */
export function packedProject(): string {
  const folder = newFolder();
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const tarball = execFileSync('npm', args, { cwd: root, encoding: 'utf8' }).trim();
  const own = join(folder, 'node_modules', packageName);
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, tarball), '--strip-components', '1', '-C', own]);
  for (const name of productionPackages()) link(folder, name);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'own-project', private: true }));
  return folder;
}

function link(folder: string, name: string): void {
  const path = join(folder, 'node_modules', name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), path, 'junction');
}

function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
  return Object.entries(packages).flatMap(([path, { dev, optional }]) => {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    return name === undefined || dev || optional ? [] : [name];
  });
}
