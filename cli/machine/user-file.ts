import { parseDocument } from 'yaml';
import { ConfigurationError } from './configuration-error';
import { type Files, realFiles } from './files';

/**
 * The text of a file that a user names.
 *
 * @param what the file is, in the complaint.
 * @param mend what to do about it.
 * @throws {ConfigurationError} where it cannot be read.
 */
export function readText(path: string, what: string, mend: string, files: Files = realFiles): string {
  return readBytes(path, what, mend, files).toString('utf8');
}

/** The same as bytes. */
export function readBytes(path: string, what: string, mend: string, files: Files): Buffer {
  try {
    return files.read(path);
  } catch (error) {
    throw new ConfigurationError(`${what} ${path} cannot be read (${(error as NodeJS.ErrnoException).code}): ${mend}`);
  }
}

/**
 * What a text of YAML or JSON holds; undefined where it holds nothing.
 *
 * @param what the file is, in the complaint.
 * @throws {ConfigurationError} for a text that is neither.
 */
export function parseYaml(text: string, what: string): unknown {
  const document = parseDocument(text);
  try {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return document.toJS() ?? undefined;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const reason = code === 'MULTIPLE_DOCS' ? 'it holds more than one document' : message.replace(/:?\n[\s\S]*/, '');
    throw new ConfigurationError(`${what} is neither YAML nor JSON: ${reason}`);
  }
}

/**
 * What a YAML or JSON file holds that may hold passwords; undefined where it holds nothing. A complaint says where, and
 * never what: a password that is not quoted may be what is wrong.
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
  throw new ConfigurationError(`the file ${path} is no YAML${place}: mend it, and quote what begins with one of *&!%@`);
}
