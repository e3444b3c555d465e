/** A number with its noun: `1 check`, `13 checks`. */
export function countNoun(count: number, noun: string): string {
  return `${count} ${nounFor(count, noun)}`;
}

/** The same with separators between thousands, for pages: `1,223 checks`. */
export function longCountNoun(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${nounFor(count, noun)}`;
}

function nounFor(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
