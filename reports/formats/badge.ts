import { makeBadge } from 'badge-maker';
import { fileNames } from '../result/file-names';
import type { Result } from '../result/result';
import { headline, verdictLabel } from './shared/describe-verdict';
import type { Reporter } from './shared/reporter';

const colors = {
  conformant: 'brightgreen',
  'no failure found': 'yellowgreen',
  'not conformant': 'red',
  incomplete: 'yellow',
  error: 'orange',
} as const;

export function badgeReporter(): Reporter {
  return { onRunEnd: ({ result }) => ({ files: { [fileNames.badge]: renderBadge(result) } }) };
}

/** The headline as an SVG badge, for a README. It holds no text of the target. */
export function renderBadge(result: Result): string {
  const isLimited = result.verdict === 'conformant' && verdictLabel(result) !== 'conformant';
  const color = isLimited ? 'yellowgreen' : colors[result.verdict];
  return `${makeBadge({ label: 'ECS metadata', message: headline(result), color })}\n`;
}
