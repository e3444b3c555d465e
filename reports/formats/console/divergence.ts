import type { ExchangeRecorded } from '../../../contracts/evidence/events';
import { type Exchange, jsonOf } from '../../../contracts/http/exchange';
import { parseMetadataBody } from '../../../contracts/http/parse-response';
import type { Finding } from '../../../contracts/oracle/finding';
import { formatMap } from '../../../contracts/text/format-map';
import type { GivenServer } from '../../result/result';
import { curlScript } from '../shared/curl';

/** One of two targets that reacted in different ways to the same requests. */
export interface TargetReaction {
  readonly url: string;
  readonly given: readonly GivenServer[];
  /** Everything that was exchanged, the PUT that shows the difference and the GET after it last. */
  readonly exchanged: readonly ExchangeRecorded[];
}

/** How one target reacted, and which clauses it violates by the oracle. */
export function renderDivergence({ url, given, exchanged }: TargetReaction): string[] {
  const exchanges = exchanged.map(({ exchange }) => exchange);
  const [put, get] = exchanges.slice(-2);
  const verdicts = oracleVerdicts(exchanged.flatMap(({ findings }) => findings));
  return [
    url,
    ...(put === undefined ? [] : [`  response  ${shown(put)}`]),
    ...(get === undefined ? [] : [`  stored    ${shown(get)}`]),
    ...verdicts.map((verdict, place) => `  ${place === 0 ? 'oracle  ' : '        '}  ${verdict}`),
    '  reproduce',
    ...curlScript({ given, exchanges }, url).map((line) => `    ${line}`),
  ];
}

function shown({ response }: Exchange): string {
  return `status ${response.status}, ${formatMap(parseMetadataBody(jsonOf(response.body))?.metadata)}`;
}

/** The violations of the target; without any, its readings of open clauses. */
function oracleVerdicts(findings: readonly Finding[]): string[] {
  const violations = findings.flatMap((finding) =>
    finding.outcome === 'violated'
      ? [`violates ${finding.candidates.join(' or ')}: expected ${finding.expected}, observed ${finding.observed}`]
      : [],
  );
  if (violations.length > 0) return [...new Set(violations)];
  const readings = findings.flatMap((finding) =>
    finding.outcome === 'reading'
      ? [`satisfies the contract, which leaves ${finding.clause} open: ${finding.reading}`]
      : [],
  );
  return readings.length > 0 ? [...new Set(readings)] : ['satisfies the contract'];
}
