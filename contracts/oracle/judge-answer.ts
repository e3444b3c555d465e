import type { ClauseId } from '../clauses';
import { type Exchange, jsonOf } from '../http/exchange';
import { parseMetadataBody } from '../http/parse-response';
import { type Metadata, sameMetadata } from '../metadata';
import { broken, type Finding, kept } from './finding';
import { show } from './show';

/**
 * Judges what an accepted request was answered with.
 *
 * @param openings what it had in it that the sources leave open: an answer without a map may be a refusal in disguise.
 */
export function judgeAnswer(exchange: Exchange, sent: Metadata, openings: readonly ClauseId[] = []): Finding[] {
  const { headers, body } = exchange.response;
  const json = jsonOf(body);
  const findings: Finding[] = [];
  const type = headers['content-type'] ?? '';
  const isEmpty = 'text' in body && body.text === '';
  // What is not there has no type.
  if (isEmpty) return broken(['ANSWER-02'], `{"metadata": ${show(sent)}}`, 'no body');
  if (/^application\/json\s*(;|$)/i.test(type)) findings.push(kept('ANSWER-04'));
  else findings.push(...broken(['ANSWER-04'], 'content-type: application/json', `content-type: ${type || '(none)'}`));

  const answered = parseMetadataBody(json);
  if (answered === undefined) {
    const observed = 'text' in body ? JSON.stringify(body.text.slice(0, 200)) : 'bytes that are not UTF-8';
    return [...findings, ...broken([...openings, 'ANSWER-02'], `{"metadata": ${show(sent)}}`, observed)];
  }
  // A map other than the one sent is judged when the stored one is seen: the answer may tell the truth about it.
  if (sameMetadata(answered.metadata, sent)) findings.push(kept('ANSWER-02'));
  if (answered.otherMembers.length > 0) {
    return [...findings, ...broken(['ANSWER-03'], 'metadata alone', `also ${answered.otherMembers.join(', ')}`)];
  }
  return [...findings, kept('ANSWER-03')];
}
