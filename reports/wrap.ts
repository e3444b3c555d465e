/** What is longer is broken within a word: a map in JSON may hold no space at all. */
const least = 20;

/**
 * Breaks a text into lines of at most so many characters, at spaces where there are any. A line that is broken within a
 * word loses nothing.
 */
export function wrap(text: string, width: number): string[] {
  const size = Math.max(width, least);
  const lines: string[] = [];
  let rest = Array.from(text);
  while (rest.length > size) {
    const space = rest.slice(0, size + 1).lastIndexOf(' ');
    const isWhole = space > size / 2;
    lines.push(rest.slice(0, isWhole ? space : size).join(''));
    rest = rest.slice(isWhole ? space + 1 : size);
  }
  return [...lines, rest.join('')];
}
