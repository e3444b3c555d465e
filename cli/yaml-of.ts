import { parseDocument } from 'yaml';
import { UsageError } from './usage-error';

/**
 * What a text of YAML or JSON holds; undefined where it holds nothing.
 *
 * @param what the file is, in the complaint.
 * @throws {UsageError} for a text that is neither.
 */
export function yamlOf(text: string, what: string): unknown {
  const document = parseDocument(text);
  try {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return document.toJS() ?? undefined;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const reason = code === 'MULTIPLE_DOCS' ? 'it holds more than one document' : message.replace(/:?\n[\s\S]*/, '');
    throw new UsageError(`${what} is neither YAML nor JSON: ${reason}`);
  }
}
