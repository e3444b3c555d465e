import type { Annotation } from '../../reports/formats/github-annotations';

/**
 * An annotation as a workflow command of GitHub, with the characters escaped that mean something in one. A text of it
 * holds no line break: `%0A` would be one again.
 */
export function workflowCommand({ level, title, message }: Annotation): string {
  return `::${level} title=${property(title)}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
