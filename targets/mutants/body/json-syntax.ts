import { compliant } from '../../embedded/compliant';
import { parseLeniently } from '../helpers/body';
import { mutant } from '../helpers/mutant';

export const bodyCommentsTaken = mutant({
  name: 'body-comments-taken',
  description: 'Accepts comments in the JSON: a parser for configuration files.',
  killedBy: ['BODY-04'],
  readBody: parseLeniently((text) => JSON.parse(text.replace(/\/\*.*?\*\/|\/\/.*$/gs, ''))),
});

export const bodyCutRepaired = mutant({
  name: 'body-cut-repaired',
  description: 'Completes a truncated body with the missing braces: a parser for streams that end early.',
  killedBy: ['BODY-04'],
  readBody: parseLeniently((text) =>
    JSON.parse(/"\}?$/.test(text) ? text.padEnd(text.length + (text.endsWith('}') ? 1 : 2), '}') : text),
  ),
});

export const bodyEmptyClears = mutant({
  name: 'body-empty-clears',
  description: 'Treats an empty body as an empty map: a framework that supplies `{}` if there is no body.',
  killedBy: ['BODY-04'],
  readBody: parseLeniently((text) => {
    if (text !== '') throw new SyntaxError();
    return { metadata: {} };
  }),
});

export const bodyFormTaken = mutant({
  name: 'body-form-taken',
  description: 'Accepts a form-encoded body: a framework that detects the format.',
  killedBy: ['BODY-04'],
  readBody: parseLeniently((text) => {
    const [, value] = /^metadata=(\w+)$/.exec(text) ?? [];
    if (value === undefined) throw new SyntaxError();
    return { metadata: { [value]: '' } };
  }),
});

export const bodyRawNewlineTaken = mutant({
  name: 'body-raw-newline-taken',
  description: 'Accepts a raw newline in a string: `strict=False` in Python.',
  killedBy: ['BODY-04'],
  readBody: parseLeniently((text) => JSON.parse(text.replace(/(?<=\w)\n(?=\w)/g, '\\n'))),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const bodyRestIgnored = mutant({
  name: 'body-rest-ignored',
  description: "Ignores everything after the JSON value: Go's decoder reads one value of a stream.",
  killedBy: ['BODY-04'],
  readBody: parseLeniently((text) => {
    for (let end = text.lastIndexOf('}'); end > 0; end = text.lastIndexOf('}', end - 1)) {
      const body = parsed(text.slice(0, end + 1));
      if (body !== undefined) return body;
    }
    throw new SyntaxError();
  }),
});

export const bodySingleQuotesTaken = mutant({
  name: 'body-single-quotes-taken',
  description: 'Accepts strings in single quotes: `ast.literal_eval` as a fallback for the JSON parser.',
  killedBy: ['BODY-04'],
  readBody: parseLeniently((text) => JSON.parse(text.replaceAll("'", '"'))),
});

export const bodyTrailingCommaTaken = mutant({
  name: 'body-trailing-comma-taken',
  description: 'Accepts a comma after the last pair: a parser for JavaScript.',
  killedBy: ['BODY-04'],
  readBody: parseLeniently((text) => JSON.parse(text.replace(/,(\s*\})/g, '$1'))),
});

export const bodyTrimmedWidely = mutant({
  name: 'body-trimmed-widely',
  description: "Strips all Unicode white space around the body before parsing: the language's own `trim` function.",
  killedBy: ['BODY-04'],
  readBody: (request) => compliant.readBody({ ...request, body: Buffer.from(request.body.toString('utf8').trim()) }),
});
