import type { Clause } from './clause';

/** Page, Table 3, "key": 1 to 255 characters of letters, digits, `-`, `_`, `:` and `.`. */
export const keyClauses = [
  {
    id: 'KEY-01',
    level: 'MUST',
    sentence: 'accepts keys of 1 to 255 characters',
    source: 'page, Table 3, key',
  },
  {
    id: 'KEY-02',
    level: 'MUST',
    sentence: 'accepts each of the characters A-Z a-z 0-9 - _ : . at every place in a key',
    source: 'page, Table 3, key; a later revision spells out A-Z, a-z, 0-9',
  },
  {
    id: 'KEY-03',
    level: 'MUST',
    sentence: 'refuses an empty key with 400',
    source: 'page, Table 3, key: "cannot be empty"; status: Nova',
  },
  {
    id: 'KEY-04',
    level: 'MUST',
    sentence: 'refuses a key of more than 255 characters with 400',
    source: 'page, Table 3, key: "a maximum of 255"; status: Nova',
  },
  {
    id: 'KEY-05',
    level: 'MUST',
    sentence: 'refuses a key that contains any other character with 400',
    source: 'page, Table 3, key; status: Nova',
  },
  {
    id: 'KEY-06',
    level: 'MUST',
    sentence: 'refuses a key that ends in a newline with 400',
    source: 'page, Table 3, key: a newline is not in the set',
  },
  {
    id: 'KEY-07',
    level: 'open',
    sentence: 'a space in a key',
    source: 'page, Table 3, key does not list it; the page of "create server" in the same book does; Nova takes it',
    readings: ['refuses it', 'takes it'],
    because: 'the book says both',
  },
  {
    id: 'KEY-08',
    level: 'MUST',
    sentence: 'treats keys that differ only in upper and lower case as different keys',
    source: 'page, Table 3, key: "upper or lower cases"; Nova',
  },
  {
    id: 'KEY-09',
    level: 'MUST',
    sentence: 'treats reserved names of programming languages (`__proto__`, `constructor`) as ordinary keys',
    source: 'page, Table 3, key: all their characters are in the set; Nova',
  },
] as const satisfies readonly Clause[];
