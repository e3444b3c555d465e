import { type ParseError, parse } from 'jsonc-parser';
import { malformedBodies } from './malformed-bodies';
import { describeArbitrary } from './testing/describe-arbitrary';
import { codePoints, isSurrogate } from './testing/rules';

describeArbitrary('malformedBodies', malformedBodies(), {
  belongs: (body) => isMalformed(body) && !body.startsWith('\uFEFF') && !codePoints(body).some(isSurrogate),
  classes: {
    'the empty text': (body) => body === '',
    'white space': (body) => body !== '' && body.trim() === '',
    'a cut body': (body) => body.startsWith('{"metadata":{') && !body.endsWith('}'),
    'something after the body': (body) => body.endsWith('}}x'),
    'a trailing comma': (body) => body.endsWith(',}}'),
    'single quotes': (body) => body.startsWith("{'metadata':"),
    'a name without quotes': (body) => body.startsWith('{metadata:'),
    NaN: (body) => body.includes(':NaN'),
    'a comment': (body) => body.includes('/*'),
    'a raw newline in a value': (body) => /"a":"[^"]*\n/.test(body),
    'a raw NUL in a value': (body) => /"a":"[^"]*\0/.test(body),
  },
});

function isMalformed(body: string): boolean {
  const errors: ParseError[] = [];
  parse(body, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  return errors.length > 0 && !isJson(body);
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
