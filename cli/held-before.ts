import type { Evidence } from '../contracts/evidence';
import { routeOf } from '../contracts/route';

/** What each server held before the run changed it, for a user who must put it back without the suite. */
export class HeldBefore {
  private readonly answers = new Map<string, string>();

  add(evidence: Evidence): void {
    if (evidence.kind !== 'exchange') return;
    const { request, response } = evidence.exchange;
    const route = routeOf(request.path);
    if (route?.resource !== 'metadata' || request.method !== 'GET' || response.status !== 200) return;
    // The first look at a server comes before anything is sent to it.
    if ('text' in response.body && !this.answers.has(route.serverId))
      this.answers.set(route.serverId, response.body.text);
  }

  /** One sentence a server. */
  lines(): readonly string[] {
    return [...this.answers].map(
      ([id, answer]) => `NOT PUT BACK: server ${id} may be changed; before the run it held ${answer}`,
    );
  }
}
