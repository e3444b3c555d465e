import { makeBadge } from 'badge-maker';
import type { Result } from '../result/result';
import { headline, verdictLabel } from './shared/describe-verdict';

const colors = {
  conformant: 'brightgreen',
  'no failure found': 'yellowgreen',
  'not conformant': 'red',
  incomplete: 'yellow',
  error: 'orange',
} as const;

/** The verdict and the gate as an SVG badge, for a README. It holds nothing that came from the target. */
export function renderBadge(result: Result): string {
  const isLimited = result.verdict === 'conformant' && verdictLabel(result) !== 'conformant';
  const color = isLimited ? 'yellowgreen' : colors[result.verdict];
  return `${makeBadge({ label: 'ECS metadata', message: headline(result), color })}\n`;
}
