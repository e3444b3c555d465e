import { compliant } from '../../embedded/compliant';
import { rejectValues } from '../helpers/checks';
import { mutant } from '../helpers/mutant';
import { changeValues } from '../helpers/pairs';

export const loneSurrogateMixed = mutant({
  name: 'lone-surrogate-mixed',
  description:
    'Rejects a lone high surrogate but stores a lone low one: a check of what follows, but not of what precedes.',
  killedBy: ['VALUE-10'],
  checkValue: rejectValues((value) => /[\ud800-\udbff](?![\udc00-\udfff])/.test(value)),
});

export const valueAstralCut = mutant({
  name: 'value-astral-cut',
  description: "Truncates a value at its first character above U+FFFF: MySQL's three-byte utf8 without warnings.",
  killedBy: ['VALUE-06'],
  replace: changeValues((value) => value.replace(/[\u{10000}-\u{10ffff}].*$/su, '')),
});

export const valueAstralFails = mutant({
  name: 'value-astral-fails',
  description: "Fails with 500 for a character above U+FFFF: MySQL's three-byte utf8 in a strict mode.",
  killedBy: ['VALUE-06'],
  save: (map, context) => {
    if (/[\u{10000}-\u{10ffff}]/u.test(Object.values(map).join('')))
      throw new Error("Incorrect string value: '\\xF0\\x9F'");
    return compliant.save(map, context);
  },
});

export const valueAstralQuestionMark = mutant({
  name: 'value-astral-question-mark',
  description: "Stores `?` for a character above U+FFFF: MySQL's three-byte utf8 in a lenient mode.",
  killedBy: ['VALUE-06'],
  replace: changeValues((value) => value.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
});

export const valueEmojiLost = mutant({
  name: 'value-emoji-lost',
  description: 'Removes emoji: a filter for user names.',
  killedBy: ['VALUE-06'],
  replace: changeValues((value) => value.replace(/[\u{1f300}-\u{1faff}]/gu, '')),
});

export const valueNfkc = mutant({
  name: 'value-nfkc',
  description: 'Normalises values to NFKC: a search index analyser.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.normalize('NFKC')),
});

export const valueNormalises = mutant({
  name: 'value-normalises',
  description: 'Normalises values to NFC: a store prepared for searching.',
  killedBy: ['VALUE-03'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, value.normalize()])),
});

export const valueThirdPlaneLost = mutant({
  name: 'value-third-plane-lost',
  description: 'Replaces characters of plane 2: a character table from before Unicode had them.',
  killedBy: ['VALUE-06'],
  replace: changeValues((value) => value.replace(/[\u{20000}-\u{2ffff}]/gu, '\u3013')),
});

export const valueTurkishCase = mutant({
  name: 'value-turkish-case',
  description: 'Stores a dotless i as an i: a case conversion under another locale.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replaceAll('ı', 'i')),
});

export const valueWaveDash = mutant({
  name: 'value-wave-dash',
  description: 'Stores a wave dash as a fullwidth tilde: two conflicting Shift_JIS tables.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replaceAll('\u301c', '\uff5e')),
});

export const valueZeroWidthLost = mutant({
  name: 'value-zero-width-lost',
  description: 'Removes zero-width characters: a sanitiser against look-alikes.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replace(/[\u200b-\u200d\u2060]/g, '')),
});
