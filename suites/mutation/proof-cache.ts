import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The sources that decide what the proof says. */
const sources = [
  'contracts',
  'properties',
  'targets',
  'suites',
  'reports/collector',
  'reports/verdict',
  'package-lock.json',
];

/** Tests, and what only writes pages. */
const isLeftOut = (path: string) => /\.test\.tsx?$|^suites[\\/]publish[\\/]|page\.ts$|section\.ts$/.test(path);

/** Remembers that a tree has passed the proof, so that an unchanged tree is not tested again. */
export class ProofCache {
  private readonly file: string;
  private readonly digest: string;

  /**
   * @param root the folder of the project.
   * @param options what was tested: another selection is another proof.
   */
  constructor(root: string, options: readonly string[]) {
    this.file = join(root, '.proof', 'passed.json');
    this.digest = digestOf(root, options);
  }

  get hasPassed(): boolean {
    return this.passed().includes(this.digest);
  }

  /** Keeps the last ten, as branches are changed back and forth. */
  storePassed(): void {
    mkdirSync(dirname(this.file), { recursive: true });
    const others = this.passed().filter((each) => each !== this.digest);
    writeFileSync(this.file, JSON.stringify([this.digest, ...others].slice(0, 10)));
  }

  private passed(): readonly string[] {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as readonly string[];
    } catch {
      // No proof has passed here, or the file was cut off.
      return [];
    }
  }
}

function digestOf(root: string, options: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, ...options]));
  for (const path of sources.flatMap((source) => filesOf(root, source)).filter((each) => !isLeftOut(each))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Relative paths, sorted. */
function filesOf(root: string, path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
