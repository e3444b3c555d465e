import { workflowCommand } from './workflow-command';

test('an annotation is a command with a title and a message', () => {
  expect(workflowCommand({ level: 'error', title: 'KEY-06 MUST', message: 'refuses it: a, b' })).toBe(
    '::error title=KEY-06 MUST::refuses it: a, b',
  );
});

test('neither the title nor the message can end where it should not, or be decoded to a line break', () => {
  expect(workflowCommand({ level: 'warning', title: 'a::b,file=c%0A', message: '100%0A::error::x' })).toBe(
    '::warning title=a%3A%3Ab%2Cfile=c%250A::100%250A::error::x',
  );
});
