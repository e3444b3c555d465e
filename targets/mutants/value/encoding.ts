import { compliant } from '../../embedded/compliant';
import { mutant } from '../helpers/mutant';
import { changeValues } from '../helpers/pairs';

const block = 16_384;

export const bodyDecodedInBlocks = mutant({
  name: 'body-decoded-in-blocks',
  description: 'Corrupts a character across the border of two 16 KiB blocks: a decoder created anew for each read.',
  killedBy: ['VALUE-03'],
  alsoBreaks: ['VALUE-05', 'VALUE-06'],
  readBody: (request) => {
    const blocks: string[] = [];
    for (let from = 0; from < request.body.length; from += block) {
      blocks.push(request.body.subarray(from, from + block).toString('utf8'));
    }
    return compliant.readBody({ ...request, body: Buffer.from(blocks.join('')) });
  },
});

export const bodyEscapesResolvedFirst = mutant({
  name: 'body-escapes-resolved-first',
  description:
    'Rejects a value in which a backslash precedes an escape-like text: a proxy that decodes escapes before parsing.',
  killedBy: ['VALUE-03'],
  readBody: (request) => {
    const resolved = request.body.toString().replace(/\\u([0-9a-f]{4})/gi, (found, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code >= 0x80 && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : found;
    });
    return compliant.readBody({ ...request, body: Buffer.from(resolved) });
  },
});

export const characterCutInPieces = mutant({
  name: 'character-cut-in-pieces',
  description: 'Corrupts a character across the border of two chunks: `body += chunk`.',
  killedBy: ['VALUE-03'],
  isOfTransport: true,
  readBody: (request) =>
    compliant.readBody({
      ...request,
      body: Buffer.from(request.chunks.map((piece) => piece.toString('utf8')).join('')),
    }),
});

export const valueByteOrderMarkLost = mutant({
  name: 'value-byte-order-mark-lost',
  description: 'Drops a byte order mark at the start of a value: each value is decoded separately.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replace(/^\ufeff/, '')),
});

export const valueC1Reinterpreted = mutant({
  name: 'value-c1-reinterpreted',
  description: 'Stores an ellipsis for U+0085: Latin-1 read as Windows-1252.',
  killedBy: ['VALUE-08'],
  replace: changeValues((value) => value.replaceAll('\u0085', '\u2026')),
});

export const valueLineSeparatorLost = mutant({
  name: 'value-line-separator-lost',
  description: 'Stores a space for U+2028 and U+2029: text passed through JavaScript source code.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replace(/[\u2028\u2029]/g, ' ')),
});

export const valueReadAsLatin1 = mutant({
  name: 'value-read-as-latin-1',
  description: 'Reads the body as Latin-1 if the Content-Type has no charset: an obsolete rule of HTTP.',
  killedBy: ['VALUE-03'],
  readBody: (request) => compliant.readBody({ ...request, body: Buffer.from(request.body.toString('latin1'), 'utf8') }),
});

export const valueWindows1252 = mutant({
  name: 'value-windows-1252',
  description: 'Stores `?` for characters outside Windows-1252: a database with the encoding of its installer.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) =>
    value.replace(
      /(?!\p{Cc})[^\p{ASCII}\u00a0-\u00ff\u20ac\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2122]/gu,
      '?',
    ),
  ),
});
