import type { ClauseId } from '../../clauses';
import { type Exchange, jsonOf } from '../../http/exchange';
import { asObject } from '../../http/json';
import { parseMetadataBody } from '../../http/parse-response';
import type { Route } from '../../http/route';
import { type Metadata, sameMetadata } from '../../metadata';
import type { Profile } from '../../profiles/profile';
import { isNovaErrorBody, novaErrorName } from '../../schemas/bodies';
import { formatMap } from '../../text/format-map';
import { candidates, mostSpecificFirst } from '../attribution/candidate';
import { withVersion01 } from '../attribution/wrong-status';
import { type Finding, satisfied, violated } from '../finding';
import type { TargetModel } from '../model';

/**
 * Judges the response to an accepted request.
 *
 * @param openQuestions the open clauses that it exercises: a response without a map may be a hidden rejection.
 */
export function judgeAcceptedResponse(
  exchange: Exchange,
  sent: Metadata,
  openQuestions: readonly ClauseId[] = [],
): Finding[] {
  const { headers, body } = exchange.response;
  const json = jsonOf(body);
  const findings: Finding[] = [];
  const type = headers['content-type'] ?? '';
  const isEmpty = 'text' in body && body.text === '';
  // An empty body needs no content type.
  if (isEmpty) return violated(['ANSWER-02'], `{"metadata": ${formatMap(sent)}}`, 'no body');
  if (/^application\/json\s*(;|$)/i.test(type)) findings.push(satisfied('ANSWER-04'));
  else findings.push(...violated(['ANSWER-04'], 'content-type: application/json', `content-type: ${type || '(none)'}`));

  const answered = parseMetadataBody(json);
  if (answered === undefined) {
    const observed = 'text' in body ? JSON.stringify(body.text.slice(0, 200)) : 'bytes that are not UTF-8';
    return [
      ...findings,
      ...violated(
        mostSpecificFirst([
          ...candidates('open question', ...openQuestions),
          ...candidates('every request', 'ANSWER-02'),
        ]),
        `{"metadata": ${formatMap(sent)}}`,
        observed,
      ),
    ];
  }
  // A map other than the one sent is judged by the next read: the response may show the stored map correctly.
  if (sameMetadata(answered.metadata, sent)) findings.push(satisfied('ANSWER-02'));
  if (answered.otherMembers.length > 0) {
    return [...findings, ...violated(['ANSWER-03'], 'metadata alone', `also ${answered.otherMembers.join(', ')}`)];
  }
  return [...findings, satisfied('ANSWER-03')];
}

/** A service in front of the API checks the token, and its errors have another form. */
const identityClauses: readonly ClauseId[] = ['ACCESS-01', 'ACCESS-02'];

/** Judges the body of a rejection that this clause requires. */
export function judgeErrorResponse(exchange: Exchange, clause: ClauseId, profile: Profile): Finding[] {
  const { status, body } = exchange.response;
  if (identityClauses.includes(clause) || status < 400 || status > 499 || status === 413) return [];
  const json = asObject(jsonOf(body));
  const right = json !== undefined && (profile.errorBody === 'json' || isNovaEnvelope(json, status));
  if (right) return [satisfied('ANSWER-05')];
  const expected = profile.errorBody === 'json' ? 'a JSON object' : novaEnvelope(status);
  const observed = 'text' in body ? JSON.stringify(body.text.slice(0, 200)) : 'bytes that are not UTF-8';
  return violated(withVersion01(['ANSWER-05'], status), expected, observed);
}

function novaEnvelope(status: number): string {
  return `{"${novaErrorName(status)}": {"code": ${status}, "message": "…"}}`;
}

/** Nova's envelope: its name and its code match the status. */
function isNovaEnvelope(json: unknown, status: number): boolean {
  return isNovaErrorBody(json) && Object.values(json).every(({ code }) => code === status);
}

/** True if the response shows a value from the metadata of a foreign server, and the request did not contain it. */
export function leaksForeignMetadata(state: TargetModel, route: Route, exchange: Exchange): boolean {
  const { body } = exchange.response;
  if (!('text' in body)) return false;
  const { body: sent } = exchange.request;
  const said = 'text' in sent ? sent.text : '';
  const maps = state.servers.get(route.serverId)?.views[route.version].possibleMaps ?? [];
  // Shorter values occur in any text by chance.
  const telling = maps.flatMap(({ map }) => Object.values(map)).filter((value) => value.length >= 8);
  return telling.some((value) => body.text.includes(value) && !said.includes(value));
}
