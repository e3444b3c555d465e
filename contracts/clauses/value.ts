import type { Clause } from './clause';

/** Page, Table 3, "value": a string of at most 255 Unicode characters. A character is a code point. */
export const valueClauses = [
  {
    id: 'VALUE-01',
    level: 'MUST',
    sentence: 'accepts values of up to 255 characters',
    source: 'page, Table 3, value',
  },
  {
    id: 'VALUE-02',
    level: 'MUST',
    sentence: 'accepts an empty value and stores it',
    source: 'page, Table 3: only a key "cannot be empty"; Nova',
  },
  {
    id: 'VALUE-03',
    level: 'MUST',
    sentence: 'returns any text unchanged',
    source: 'page, Table 3, value: "Unicode characters"; Function: the ECS uses the configured value',
  },
  {
    id: 'VALUE-04',
    level: 'MUST',
    sentence: 'refuses a value of more than 255 characters with 400',
    source: 'page, Table 3, value: "a maximum of 255"; status: Nova',
  },
  {
    id: 'VALUE-05',
    level: 'MUST',
    sentence: 'counts characters, not bytes or UTF-16 code units',
    source: 'page, Table 3, value: "Unicode characters"; Nova',
  },
  {
    id: 'VALUE-06',
    level: 'MUST',
    sentence: 'stores characters beyond U+FFFF',
    source: 'page, Table 3, value: "Unicode characters"',
  },
  {
    id: 'VALUE-07',
    level: 'SHOULD',
    sentence: 'accepts control characters, U+0000 and noncharacters as JSON escapes',
    source: 'Nova',
    because: 'they are Unicode characters, but the page does not mention them',
  },
  {
    id: 'VALUE-08',
    level: 'MUST',
    sentence: 'stores control characters unchanged if it responds with 200',
    source: 'page, Function: the ECS uses the configured value',
  },
  {
    id: 'VALUE-09',
    level: 'MUST',
    sentence: 'refuses a value that is not a string with 400 and does not convert it',
    source: 'page, Table 3, value: String; status: Nova',
  },
  {
    id: 'VALUE-10',
    level: 'open',
    sentence: 'a lone surrogate in a value',
    source: 'JSON can escape it, but it is not a Unicode character',
    readings: ['refuses it', 'stores it', 'fails with 5xx'],
    because: 'the page is silent; a 5xx also violates ANSWER-06',
  },
] as const satisfies readonly Clause[];
