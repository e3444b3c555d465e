import { type Document, isCollection, isScalar, isSeq, type LineCounter, type Node, visit } from 'yaml';

/** The first problem of a YAML text. It quotes nothing of the text, which may have passwords in it. */
export interface YamlProblem {
  /** Counted from 1; undefined for a problem of the whole text. */
  readonly line: number | undefined;
  /** Such as `line 3, column 1`; empty without a line. */
  readonly place: string;
  readonly reason: string;
}

const quoteIt = 'put a value that begins with one of *&!%@` in quotes';

/** By the codes of the parser, which has several messages for one code. */
const reasons: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key is a duplicate of an earlier one: remove one of the two',
  MULTILINE_IMPLICIT_KEY: 'give it as "name: value", with a space after the colon',
  MISSING_CHAR: 'give it as "name: value", with a space after the colon, and with a space before a comment',
  BLOCK_AS_IMPLICIT_KEY: 'put a value with a colon and a space in it in quotes',
  BLOCK_IN_FLOW: 'a comma is missing, or a bracket is not closed',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  BAD_INDENT: 'indent it as the lines around it',
  BAD_DQ_ESCAPE: 'put a value with a backslash in single quotes',
  BAD_SCALAR_START: quoteIt,
  TAG_RESOLVE_FAILED: quoteIt,
  BAD_ALIAS: quoteIt,
  BAD_DIRECTIVE: quoteIt,
  MULTIPLE_DOCS: 'it has more than one document: remove the lines "---"',
};

const otherReason = 'this text does not belong here: check this line and the line before it';

/** The first problem of a parsed text; undefined without one. */
export function yamlProblem(document: Document, text: string, lines: LineCounter): YamlProblem | undefined {
  const problems = [...document.errors, ...document.warnings].sort((one, other) => one.pos[0] - other.pos[0]);
  // The parser finds the end of the text or the next entry. The mistake is where the value begins.
  for (const { pos } of problems) {
    const start = unclosed(document, text, pos[0]);
    if (start !== undefined) return problemAt(start, `the ${text[start]} is not closed`, lines);
  }
  const [first] = problems;
  if (first === undefined) {
    const alias = unresolvedAlias(document);
    return alias && problemAt(alias.range?.[0], quoteIt, lines);
  }
  const { contents } = document;
  // The whole text before the problem was read as one value.
  if (first.code === 'UNEXPECTED_TOKEN' && isScalar(contents) && contents.type === 'PLAIN') {
    return problemAt(contents.range?.[0], String(reasons.MULTILINE_IMPLICIT_KEY), lines);
  }
  const lineText = text.split('\n')[lines.linePos(first.pos[0]).line - 1] ?? '';
  const other = /[:-]\s+[*&!%@`]/.test(lineText) ? quoteIt : otherReason;
  return problemAt(first.pos[0], reasons[first.code] ?? other, lines);
}

function problemAt(offset: number | undefined, reason: string, lines: LineCounter): YamlProblem {
  if (offset === undefined) return { line: undefined, place: '', reason };
  const { line, col } = lines.linePos(offset);
  return { line, place: `line ${line}, column ${col}`, reason };
}

/** The start of the innermost list, map or quoted text that ends at a problem without its closing character. */
function unclosed(document: Document, text: string, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const closing = closingOf(node);
      const [from, to] = node.range ?? [-1, -1];
      if (closing !== undefined && to === end && (to - from < 2 || text[to - 1] !== closing)) start = from;
    },
  });
  return start;
}

function closingOf(node: Node): string | undefined {
  if (isCollection(node) && node.flow === true) return isSeq(node) ? ']' : '}';
  if (!isScalar(node)) return undefined;
  return node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : undefined;
}

function unresolvedAlias(document: Document): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document) !== undefined) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}
