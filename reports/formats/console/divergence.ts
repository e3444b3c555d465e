import type { ExchangeRecorded } from '../../../contracts/evidence/events';
import { type Exchange, jsonOf } from '../../../contracts/http/exchange';
import { parseMetadataBody } from '../../../contracts/http/parse-response';
import type { Finding } from '../../../contracts/oracle/finding';
import { formatMap } from '../../../contracts/text/format-map';
import type { GivenServer } from '../../result/result';
import { curlScript } from '../shared/curl';

/** One of two targets that reacted otherwise to the same requests. */
export interface TargetReaction {
  readonly url: string;
  readonly given: readonly GivenServer[];
  /** Everything that was exchanged, the PUT that shows the difference and the GET after it last. */
  readonly exchanged: readonly ExchangeRecorded[];
}

/** What the console shows of a target's part in a difference; the oracle is the referee. */
export function renderDivergence({ url, given, exchanged }: TargetReaction): string[] {
  const exchanges = exchanged.map(({ exchange }) => exchange);
  const [put, get] = exchanges.slice(-2);
  const referee = oracleVerdicts(exchanged.flatMap(({ findings }) => findings));
  return [
    url,
    ...(put === undefined ? [] : [`  answered  ${shown(put)}`]),
    ...(get === undefined ? [] : [`  stored    ${shown(get)}`]),
    ...referee.map((verdict, place) => `  ${place === 0 ? 'referee ' : '        '}  ${verdict}`),
    '  repeat it',
    ...curlScript({ given, exchanges }, url).map((line) => `    ${line}`),
  ];
}

function shown({ response }: Exchange): string {
  return `status ${response.status}, ${formatMap(parseMetadataBody(jsonOf(response.body))?.metadata)}`;
}

/** What the target broke; where it broke nothing, how it reads what the sources leave open. */
function oracleVerdicts(findings: readonly Finding[]): string[] {
  const broken = findings.flatMap((finding) =>
    finding.outcome === 'broken'
      ? [`breaks ${finding.suspects.join(' or ')}: expected ${finding.expected}, observed ${finding.observed}`]
      : [],
  );
  if (broken.length > 0) return [...new Set(broken)];
  const readings = findings.flatMap((finding) =>
    finding.outcome === 'reading'
      ? [`keeps the contract, which leaves ${finding.clause} open: ${finding.reading}`]
      : [],
  );
  return readings.length > 0 ? [...new Set(readings)] : ['keeps the contract'];
}
