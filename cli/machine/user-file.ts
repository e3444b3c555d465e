import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { ConfigurationError } from '../../targets/errors';
import { type Files, realFiles } from './files';
import { yamlProblem } from './yaml-problem';

/**
 * The text of a file of the user.
 *
 * @param what the kind of file, for the message.
 * @param mend the remedy, for the message.
 * @throws {ConfigurationError} when it cannot be read.
 */
export function readText(path: string, what: string, mend: string, files: Files = realFiles): string {
  return readBytes(path, what, mend, files).toString('utf8');
}

/** The bytes of a file of the user. */
export function readBytes(path: string, what: string, mend: string, files: Files): Buffer {
  try {
    return files.read(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = code === 'EISDIR' ? 'is a folder, not a file' : `cannot be read (${code})`;
    throw new ConfigurationError(`${what} ${path} ${problem}: ${mend}`);
  }
}

/** The path of a file that the user may name by its folder. */
export function fileIn(path: string, name: string, files: Files): string {
  try {
    files.read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') return join(path, name);
  }
  return path;
}

/** YAML or JSON that was read, with the lines of its parts. */
export interface ParsedYaml {
  /** Undefined for an empty text. */
  readonly content: unknown;
  /** The line of a part, counted from 1; of the part around it where there is none of its own. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/**
 * Parses YAML or JSON.
 *
 * @param what the file, for the message.
 * @throws {ConfigurationError} for a text that is neither.
 */
export function parseYaml(text: string, what: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: readonly (string | number)[]): number => {
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  const problem = yamlProblem(document, text, lines);
  if (problem !== undefined) {
    const place = problem.place === '' ? '' : `${problem.place}: `;
    throw new ConfigurationError(`${what} is neither YAML nor JSON: ${place}${problem.reason}`);
  }
  return { content: document.toJS() ?? undefined, lineOf };
}

/**
 * Parses YAML or JSON that may have passwords in it; undefined for an empty text. A message gives the line, and quotes
 * nothing: the error may be in a password.
 *
 * @throws {ConfigurationError} for a text that is neither.
 */
export function parseSecretYaml(text: string, path: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = yamlProblem(document, text, lines);
  if (problem === undefined) return document.toJS() ?? undefined;
  const place = problem.place === '' ? '' : ` in ${problem.place}`;
  throw new ConfigurationError(`the file ${path} is not valid YAML${place}: ${problem.reason}`);
}
