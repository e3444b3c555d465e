import { invalidUtf8Bodies } from './invalid-utf8-bodies';
import { obeysTheLaws } from './testing/generator-laws';

obeysTheLaws('invalidUtf8Bodies', invalidUtf8Bodies(), {
  belongs: (bytes) => !Buffer.from(bytes.toString('utf8')).equals(bytes) && bytes.includes('{"metadata":{"a":"'),
  size: (bytes) => bytes.filter((byte) => byte < 0x80).length,
  classes: {
    'a stray continuation': (bytes) => bytes.includes(Buffer.from([0x22, 0x80])),
    'an overlong sequence': (bytes) => bytes.includes(Buffer.from([0xc0, 0xaf])),
    'a surrogate': (bytes) => bytes.includes(Buffer.from([0xed, 0xa0, 0x80])),
    'a character beyond Unicode': (bytes) => bytes.includes(Buffer.from([0xf4, 0x90])),
    'Latin-1': (bytes) => bytes.includes(0xe9),
    'a byte that is never in UTF-8': (bytes) => bytes.includes(0xff),
  },
});
