import { parseDocument } from 'yaml';
import { UsageError } from '../usage-error';

/**
 * What a YAML or JSON file holds that may hold passwords; undefined where it holds nothing. A complaint says where, and
 * never what: a password that is not quoted may be what is wrong.
 *
 * @throws {UsageError} for a text that is neither.
 */
export function secretYaml(text: string, path: string): unknown {
  const document = parseDocument(text);
  const [problem] = [...document.errors, ...document.warnings];
  const line = problem?.linePos?.[0].line;
  try {
    if (problem === undefined) return document.toJS() ?? undefined;
  } catch {
    // An alias without an anchor.
  }
  const place = line === undefined ? '' : ` in line ${line}`;
  throw new UsageError(`the file ${path} is no YAML${place}: mend it, and quote what begins with one of *&!%@`);
}
