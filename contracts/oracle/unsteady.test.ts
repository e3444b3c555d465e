import { Conversation, first, stranger } from './testing/conversation';
import { suspectsGiven, wholeRun } from './whole-run';

const error = { badRequest: { code: 400, message: 'no' } };

/** The clauses that are suspected of each broken finding, once all of them are known. */
function settled(findings: ReturnType<Conversation['put']>): string[] {
  const broken = findings.filter((finding) => finding.outcome === 'broken');
  const run = wholeRun(broken);
  return broken.map((finding) => suspectsGiven(finding, run).join('|'));
}

test.each([400, 403, 404, 500])('a plain request that was taken before is refused with %i for no reason', (status) => {
  const talk = new Conversation();
  talk.look('active');
  const before = [...talk.put({ one: 'é' }, status, error), ...talk.put({}, status, error)];
  talk.put({ old: '1' });
  const refusal = talk.put({ old: '1' }, status, error);
  expect(refusal).toMatchObject([{ suspects: ['ANSWER-01'], refused: status, isUnsteady: true }]);
  talk.put({ old: '1' });
  const after = talk.put({ one: '1' }, status === 404 ? 400 : status, error, { server: stranger });
  const wrong = talk.put({ 'a/b': '1' }, 422, error);
  const expected = [...[...before, ...refusal].map(() => 'ANSWER-01'), 'KEY-05'];
  const found = settled([...before, ...refusal, ...after, ...wrong]);
  // A refusal with another status is what it is; where the status is right there is nothing to settle.
  if (status === 404) expected.splice(-1, 0, 'ACCESS-06');
  else if (status !== 403) expected.splice(-1, 0, 'ANSWER-01');
  expect(found).toEqual(expected);
});

test('a refusal of what is peculiar, of what was never taken, or in another vm_state, has its reason', () => {
  const talk = new Conversation();
  talk.look('active');
  talk.put({ old: '1' });
  const findings = [
    ...talk.put({ one: '' }, 400, error),
    ...talk.put({ new: '1' }, 400, error),
    ...talk.put({ old: '1' }, 409, error),
  ];
  talk.look('stopped');
  findings.push(...talk.put({ old: '1' }, 400, error));
  expect(settled(findings)).toEqual(['VALUE-02', 'ANSWER-01', 'STATE-01', 'STATE-02']);
});

test('a target that answers another status than 200 to what it takes is not unsteady', () => {
  const talk = new Conversation();
  talk.put({ old: '1' });
  const findings = [...talk.put({ old: '1' }, 202), ...talk.put({ one: '' }, 400, error, { server: first })];
  expect(settled(findings)).toEqual(['ANSWER-01', 'VALUE-02']);
});
