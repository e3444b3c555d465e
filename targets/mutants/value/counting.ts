import { compliant } from '../../embedded/compliant';
import { badRequest } from '../../embedded/http';
import { mutant } from '../helpers/mutant';
import { changeValues } from '../helpers/pairs';

export const v2CountsUtf16 = mutant({
  name: 'v2-counts-utf-16',
  description: 'Counts UTF-16 units instead of characters under /v2: an older handler.',
  killedBy: ['VALUE-05'],
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (context.version === 'v2' && String(value).length > 255) throw badRequest('value too long');
  },
});

export const valueByteLimit = mutant({
  name: 'value-byte-limit',
  description: 'Counts bytes instead of characters: `len` in Go.',
  killedBy: ['VALUE-05'],
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (Buffer.byteLength(String(value)) > 255) throw badRequest('value too long');
  },
});

export const valueCutAt255Bytes = mutant({
  name: 'value-cut-at-255-bytes',
  description: 'Truncates values to 255 bytes: a buffer that counts bytes.',
  killedBy: ['VALUE-05'],
  replace: changeValues((value) => {
    const bytes = Buffer.from(value);
    return bytes.length <= 255
      ? value
      : bytes
          .subarray(0, 255)
          .toString('utf8')
          .replace(/\ufffd+$/, '');
  }),
});

export const valueGraphemeLimit = mutant({
  name: 'value-grapheme-limit',
  description: 'Counts grapheme clusters instead of characters: `String.count` in Swift.',
  killedBy: ['VALUE-04'],
  checkValue: (value, key, context) => {
    // Each segment refers to the whole text, so the segments of a very long text need too much memory.
    const isShort =
      typeof value === 'string' && value.length < 10_000 && [...new Intl.Segmenter('en').segment(value)].length <= 255;
    if (!isShort) compliant.checkValue(value, key, context);
  },
});

export const valueUtf16Limit = mutant({
  name: 'value-utf16-limit',
  description: 'Counts UTF-16 units instead of characters: `.length` in Java or JavaScript.',
  killedBy: ['VALUE-05'],
  checkValue: (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (String(value).length > 255) throw badRequest('value too long');
  },
});
