import { visible } from './visible';

/**
 * A text as one line of a terminal or of a CI log. Everything in it is visible, and no CI server takes any of it for a
 * command. GitHub reads `::error::` at the start of a line, after spaces too, and `##[error]` anywhere in it; Azure
 * reads `##vso[…]` there, and TeamCity `##teamcity[…]`. One character of each such sign is spelled.
 */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/##(?=\w*\[)/g, '#\\u{23}')
    .replace(/^( *):(?=:)/, '$1\\u{3A}');
}
