import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../contracts/evidence';
import { junit } from '../reports/junit';
import type { Result } from '../reports/result';
import { UsageError } from './usage-error';

/** The folder that a run writes into: evidence while it runs, the reports at its end. */
export class ReportsFolder {
  private readonly evidence: number;

  /** @throws {UsageError} for a folder that cannot be made or written into. */
  constructor(private readonly path: string) {
    try {
      mkdirSync(path, { recursive: true });
      this.evidence = openSync(join(path, 'evidence.jsonl'), 'w');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UsageError(`the reports cannot be written to ${path} (${code}): name another folder with --out`);
    }
  }

  add(evidence: Evidence): void {
    writeSync(this.evidence, `${JSON.stringify(evidence)}\n`);
  }

  finish(result: Result): string[] {
    closeSync(this.evidence);
    const files = { 'result.json': `${JSON.stringify(result, null, 2)}\n`, 'junit.xml': junit(result) };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.path, name), text);
    return [...Object.keys(files), 'evidence.jsonl'].map((name) => join(this.path, name));
  }

  abandon(): void {
    closeSync(this.evidence);
  }
}
