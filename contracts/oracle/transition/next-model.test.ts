import { metadataPath } from '../../http/route';
import { firstServer, ScriptedTarget, subject } from '../testing/scripted-target';

const path = metadataPath('v2.1', subject.projectId, firstServer);
const page = '<html>Please wait</html>';
const html = { 'content-type': 'text/html' };
const clausesOf = (findings: readonly { outcome: string; clause?: string }[]) =>
  findings.filter(({ outcome }) => outcome === 'violated').length;

function holding(map: object): ScriptedTarget {
  const target = new ScriptedTarget();
  target.exchange('PUT', path, JSON.stringify({ metadata: map }), 200, { metadata: map });
  target.exchange('GET', path, '', 200, { metadata: map });
  return target;
}

const put = JSON.stringify({ metadata: { new: '1' } });

test('a discarded web page is not judged, and both maps are possible afterwards', () => {
  for (const stored of [{ old: '1' }, { new: '1' }]) {
    const target = holding({ old: '1' });
    expect(target.exchange('PUT', path, put, 200, page, { responseHeaders: html, fault: 'a web page' })).toEqual([]);
    expect(clausesOf(target.exchange('GET', path, '', 200, { metadata: stored }))).toBe(0);
  }
});

test('a map that neither request explains is a violation, also after a discarded response', () => {
  const target = holding({ old: '1' });
  target.exchange('PUT', path, put, 200, page, { responseHeaders: html, fault: 'a web page' });
  expect(clausesOf(target.exchange('GET', path, '', 200, { metadata: { other: '1' } }))).toBeGreaterThan(0);
});

test('a request without a response may have taken effect', () => {
  const target = holding({ old: '1' });
  expect(target.exchange('PUT', path, put, 0, '', { fault: 'no answer' })).toEqual([]);
  expect(clausesOf(target.exchange('GET', path, '', 200, { metadata: { new: '1' } }))).toBe(0);
});

test.each([
  ['an answer that is clear', 400, '{"badRequest": {"code": 400, "message": "no"}}'],
  ['a fault of the target itself', 500, '{"computeFault": {"code": 500, "message": "oops"}}'],
])('%s is judged, also if the sender discards it', (_, status, answered) => {
  const plain = holding({ old: '1' }).exchange('PUT', path, put, status, answered);
  expect(clausesOf(plain)).toBeGreaterThan(0);
  expect(holding({ old: '1' }).exchange('PUT', path, put, status, answered, { fault: 'a fault' })).toEqual(plain);
});
