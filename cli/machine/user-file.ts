import { isNode, LineCounter, parseDocument } from 'yaml';
import { ConfigurationError } from '../../targets/errors';
import { type Files, realFiles } from './files';

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
    throw new ConfigurationError(`${what} ${path} cannot be read (${(error as NodeJS.ErrnoException).code}): ${mend}`);
  }
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
  try {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return { content: document.toJS() ?? undefined, lineOf };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const reason = code === 'MULTIPLE_DOCS' ? 'it has more than one document' : message.replace(/:?\n[\s\S]*/, '');
    throw new ConfigurationError(`${what} is neither YAML nor JSON: ${reason}`);
  }
}

/**
 * Parses YAML or JSON that may have passwords in it; undefined for an empty text. A message gives the line, and quotes
 * nothing: the error may be in a password.
 *
 * @throws {ConfigurationError} for a text that is neither.
 */
export function parseSecretYaml(text: string, path: string): unknown {
  const document = parseDocument(text);
  const [problem] = [...document.errors, ...document.warnings];
  const line = problem?.linePos?.[0].line;
  try {
    if (problem === undefined) return document.toJS() ?? undefined;
  } catch {
    // An alias without an anchor.
  }
  const place = line === undefined ? '' : ` in line ${line}`;
  throw new ConfigurationError(
    `the file ${path} is not valid YAML${place}: correct it, and put values that begin with one of *&!%@ in quotes`,
  );
}
