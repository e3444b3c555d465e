import { makeBadge } from 'badge-maker';
import type { Result } from './result';

const colors = { conformant: 'brightgreen', 'not conformant': 'red', incomplete: 'yellow', error: 'orange' } as const;

/** The verdict as an SVG badge, for a README. It holds nothing that came from the target. */
export function badge({ verdict }: Pick<Result, 'verdict'>): string {
  return `${makeBadge({ label: 'ECS metadata', message: verdict, color: colors[verdict] })}\n`;
}
