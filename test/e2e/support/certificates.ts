import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './command';

export interface Certificate {
  readonly certPath: string;
  readonly keyPath: string;
  readonly cert: string;
  readonly key: string;
}

/** An authority, and certificates that it issues, made by openssl: each with a name and the hosts that it is for. */
export class Certificates {
  private readonly folder = newFolder();
  readonly authority: Certificate;

  constructor() {
    const { certPath, keyPath } = this.paths('authority');
    this.openssl(
      'req',
      '-x509',
      ...this.newKey(keyPath),
      '-out',
      certPath,
      '-days',
      '2',
      '-subj',
      '/CN=test authority',
    );
    this.authority = this.read('authority');
  }

  /** @param days for how long it is valid, from now on; -1 for one that has expired. */
  issue(name: string, hosts: readonly string[] = [], days = 2): Certificate {
    const { certPath, keyPath } = this.paths(name);
    const request = join(this.folder, `${name}.csr`);
    const extensions = join(this.folder, `${name}.ext`);
    const names = hosts.map((host) => (/^[\d.]+$/.test(host) ? `IP:${host}` : `DNS:${host}`));
    writeFileSync(extensions, names.length === 0 ? '' : `subjectAltName=${names.join(',')}\n`);
    this.openssl('req', ...this.newKey(keyPath), '-out', request, '-subj', `/CN=${name}`);
    const { certPath: ca, keyPath: caKey } = this.authority;
    const issuer = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', `${days}`, '-extfile', extensions];
    this.openssl('x509', '-req', '-in', request, '-out', certPath, ...issuer);
    return this.read(name);
  }

  private paths(name: string): { readonly certPath: string; readonly keyPath: string } {
    return { certPath: join(this.folder, `${name}.pem`), keyPath: join(this.folder, `${name}.key`) };
  }

  private read(name: string): Certificate {
    const { certPath, keyPath } = this.paths(name);
    return { certPath, keyPath, cert: readFileSync(certPath, 'utf8'), key: readFileSync(keyPath, 'utf8') };
  }

  private newKey(path: string): string[] {
    return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', path];
  }

  private openssl(...args: string[]): void {
    execFileSync('openssl', args, { stdio: 'pipe' });
  }
}
