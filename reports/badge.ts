import { makeBadge } from 'badge-maker';
import type { Result } from './result';
import { shownVerdict } from './shown-verdict';

const colors = { conformant: 'brightgreen', 'not conformant': 'red', incomplete: 'yellow', error: 'orange' } as const;

/** The verdict as an SVG badge, for a README. It holds nothing that came from the target. */
export function badge(result: Pick<Result, 'verdict' | 'clauses' | 'missing'>): string {
  const color = colors[result.verdict];
  return `${makeBadge({ label: 'ECS metadata', message: shownVerdict(result), color })}\n`;
}
