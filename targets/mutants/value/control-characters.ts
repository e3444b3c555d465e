import { compliant } from '../../embedded/compliant';
import { rejectValues } from '../helpers/checks';
import { mutant } from '../helpers/mutant';
import { changeValues, mapPairs } from '../helpers/pairs';

export const bulkLoadCutsAtTab = mutant({
  name: 'bulk-load-cuts-at-tab',
  description: 'Truncates values at a tab in maps of more than twenty pairs: a bulk load with tab-separated columns.',
  killedBy: ['VALUE-08'],
  replace: (_old, sent) => {
    if (Object.keys(sent).length <= 20) return sent;
    return mapPairs(sent, (key, value) => [key, value.split('\t')[0] ?? '']);
  },
});

export const valueControlsLost = mutant({
  name: 'value-controls-lost',
  description: 'Removes control characters: text cleaned for XML 1.0.',
  killedBy: ['VALUE-08'],
  replace: changeValues((value) => value.replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}/gu, '')),
});

export const valueControlsRefused = mutant({
  name: 'value-controls-refused',
  description: 'Rejects control characters: a rule meant for names.',
  killedBy: ['VALUE-07'],
  checkValue: rejectValues((value) => /\p{Cc}/u.test(value)),
});

export const valueEndsAtNul = mutant({
  name: 'value-ends-at-nul',
  description: 'Truncates a value at U+0000: a C string.',
  killedBy: ['VALUE-08'],
  replace: changeValues((value) => value.split('\u0000')[0] ?? ''),
});

export const valueLineBecomesPair = mutant({
  name: 'value-line-becomes-pair',
  description: 'Stores a line of a value as a pair if it looks like one: a map stored as lines of names and values.',
  killedBy: ['VALUE-08'],
  alsoBreaks: ['REPLACE-05', 'VALUE-03'],
  replace: (_old, sent) =>
    Object.fromEntries(
      Object.entries(sent).flatMap(([key, value]) => {
        const [first = '', ...lines] = value.split('\n');
        const pairs = lines.map((line) => /^([A-Za-z0-9_.-]{1,255})[:=] ?(.*)$/s.exec(line));
        const isPlain = pairs.every((pair) => pair === null);
        const made = pairs.flatMap((pair): [string, string][] =>
          pair === null ? [] : [[pair[1] ?? '', pair[2] ?? '']],
        );
        return [[key, isPlain ? value : first] as [string, string], ...made];
      }),
    ),
});

export const valueLineEndsChanged = mutant({
  name: 'value-line-ends-changed',
  description: 'Stores LF for CR LF: a file opened in text mode.',
  killedBy: ['VALUE-08'],
  replace: changeValues((value) => value.replaceAll('\r\n', '\n')),
});

export const valueNulFails = mutant({
  name: 'value-nul-fails',
  description: 'Fails with 500 for U+0000: PostgreSQL text cannot contain it.',
  killedBy: ['VALUE-07'],
  save: (map, context) => {
    if (Object.values(map).some((value) => value.includes('\u0000')))
      throw new Error('invalid byte sequence for encoding "UTF8": 0x00');
    return compliant.save(map, context);
  },
});
