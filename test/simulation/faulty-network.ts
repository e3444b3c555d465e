import { type IncomingRequest, jsonResponse, type OutgoingResponse, textResponse } from '../../targets/embedded/http';
import type { NetworkMiddleware } from '../../targets/embedded/in-memory-network';
import type { Clock } from '../../targets/http/clock';
import type { Random } from '../../targets/random';

/** Faults of the network and of gateways. None of them tells anything of the endpoint behind. */
export const networkFaults = [
  'lost',
  'answer lost',
  'answer cut',
  'half a body',
  'empty body',
  'hangs',
  'hangs, carried out',
  'hangs, carried out late',
  'reset, carried out late',
  'carried out twice',
  'slow',
  'page 200',
  'page 403',
  'stray 401',
  'stray 403',
  'stray 404',
  'stray 409',
  'stray 429',
  'stray 500',
  'stray 502',
  'stray 503',
  'stray 504, carried out',
  'old answer',
] as const;

export type NetworkFault = (typeof networkFaults)[number];

/** When the way fails, and how. */
export interface NetworkConditions {
  /** Faults at these requests, counted from 1. */
  readonly at: ReadonlyMap<number, NetworkFault>;
  /** The share of requests that meet a fault of these kinds. */
  readonly rate: number;
  readonly kinds: readonly NetworkFault[];
  /** Nobody listens for so many milliseconds from this request on. */
  readonly outage: { readonly from: number; readonly duration: number } | undefined;
  /** Milliseconds that a request takes on the average, both ways. */
  readonly latency: number;
}

export const perfectNetwork: NetworkConditions = { at: new Map(), rate: 0, kinds: [], outage: undefined, latency: 1 };

const page = '<html><body><h1>Please wait</h1></body></html>';
const html: OutgoingResponse = { status: 200, headers: { 'content-type': 'text/html' }, body: page };

const strayResponses: Readonly<Partial<Record<NetworkFault, OutgoingResponse>>> = {
  'page 200': html,
  'page 403': { ...html, status: 403 },
  'stray 401': jsonResponse(401, {
    error: { code: 401, title: 'Unauthorized', message: 'The request needs authentication.' },
  }),
  'stray 403': jsonResponse(403, { forbidden: { code: 403, message: 'Policy does not allow it.' } }),
  'stray 404': jsonResponse(404, { itemNotFound: { code: 404, message: 'The resource could not be found.' } }),
  'stray 409': jsonResponse(409, { conflictingRequest: { code: 409, message: 'Somebody else is at work.' } }),
  'stray 429': {
    ...jsonResponse(429, { overLimit: { code: 429, message: 'Slow down.' } }),
    headers: { 'retry-after': '1' },
  },
  'stray 500': jsonResponse(500, { computeFault: { code: 500, message: 'Unexpected API Error.' } }),
  'stray 502': { ...html, status: 502 },
  'stray 503': textResponse(503, 'maintenance'),
};

/** A late request is carried out at most so many milliseconds after it was sent. */
export const maxDelay = 20_000;

/** Carries requests through the weather, the same each time for the same chance. */
export class FaultyNetwork {
  /** Requests that were sent so far. */
  sent = 0;
  /** The faults that were met. */
  readonly met: NetworkFault[] = [];
  private downUntil = 0;
  private lastBody: OutgoingResponse | undefined;

  /** @param onSend is called for each request before anything else. */
  constructor(
    private readonly weather: NetworkConditions,
    private readonly clock: Clock,
    private readonly chance: Random,
    private readonly onSend: () => void = () => undefined,
  ) {}

  readonly carry: NetworkMiddleware = async (request, deliver, timeout) => {
    this.onSend();
    this.sent += 1;
    const { outage } = this.weather;
    if (outage?.from === this.sent) this.downUntil = this.clock.now() + outage.duration;
    if (this.clock.now() < this.downUntil) throw failure('ECONNREFUSED');
    const fault = this.faultNow();
    if (fault !== undefined) this.met.push(fault);
    await this.pass();
    const answer = await this.withFault(fault, request, deliver, timeout);
    await this.pass();
    return answer;
  };

  private faultNow(): NetworkFault | undefined {
    const { at, rate, kinds } = this.weather;
    const named = at.get(this.sent);
    if (named !== undefined) return named;
    return rate > 0 && this.chance.happens(rate) ? this.chance.pick(kinds) : undefined;
  }

  private async withFault(
    fault: NetworkFault | undefined,
    request: IncomingRequest,
    deliver: (request: IncomingRequest) => Promise<OutgoingResponse>,
    timeout: number,
  ): Promise<OutgoingResponse> {
    const late = () => void this.clock.sleep(this.chance.between(1, maxDelay)).then(() => deliver(request));
    switch (fault) {
      case undefined: {
        const answer = await deliver(request);
        this.lastBody = answer;
        return answer;
      }
      case 'lost':
        throw failure('ECONNRESET');
      case 'answer lost':
      case 'answer cut':
        await deliver(request);
        throw failure('ECONNRESET');
      case 'half a body': {
        const answer = await deliver(request);
        const bytes = Buffer.from(answer.body as Buffer);
        return { ...answer, body: bytes.subarray(0, Math.floor(bytes.length / 2)) };
      }
      case 'empty body':
        return { ...(await deliver(request)), body: '' };
      case 'hangs':
        return this.hang(timeout);
      case 'hangs, carried out':
        await deliver(request);
        return this.hang(timeout);
      case 'hangs, carried out late':
        late();
        return this.hang(timeout);
      case 'reset, carried out late':
        late();
        throw failure('ECONNRESET');
      case 'carried out twice': {
        const first = await deliver(request);
        // Where the first answer was lost between the gateway and the endpoint, the caller gets the second.
        const second = await deliver(request);
        return this.chance.happens(0.5) ? first : second;
      }
      case 'slow':
        await this.clock.sleep(this.chance.between(100, Math.min(timeout, 5_000) * 0.9));
        return deliver(request);
      case 'stray 504, carried out':
        await deliver(request);
        return { ...html, status: 504 };
      case 'old answer':
        await deliver(request);
        return this.lastBody ?? html;
      default:
        return strayResponses[fault] ?? html;
    }
  }

  private async hang(timeout: number): Promise<never> {
    await this.clock.sleep(timeout);
    throw failure('ECONNABORTED');
  }

  /** Most requests take about the same time; one in a hundred takes ten times as long. */
  private pass(): Promise<void> {
    const { latency } = this.weather;
    const factor = this.chance.happens(0.01) ? 10 : 1;
    return this.clock.sleep(this.chance.between(0.2, 1.8) * (latency / 2) * factor);
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(`simulated ${code}`), { code });
}
