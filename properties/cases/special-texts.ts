import { shorterFirst } from './lengths';

/** Valid keys with a special meaning in a language, a JSON library, a file system or a shell. */
export const specialKeys: readonly string[] = shorterFirst([
  ...['__proto__', 'prototype', 'constructor', 'toString', 'toLocaleString', 'valueOf', 'toJSON', 'hasOwnProperty'],
  ...['isPrototypeOf', 'propertyIsEnumerable', '__defineGetter__', 'length', 'then', 'default', 'class', 'this'],
  ...['__class__', '__dict__', '__init__', 'self', 'None', 'True', 'nil', 'null', 'undefined', 'true', 'false'],
  ...['0', '-0', '-1', '00', '1.0', '1e3', '0x1F', 'NaN', 'Infinity', '..', '--', '::', 'CON'],
  ...['id', 'key', 'name', 'value', 'meta', 'metadata', 'type', 'links', 'items', 'keys', 'get', 'size', 'count'],
  ...['yes', 'no', 'on', 'off', 'y', 'n', 'Yes', 'NO', 'NULL', 'void', 'end', 'select', 'order', 'group', 'index'],
  ...['password', 'secret', 'token', 'api_key', 'authorization', 'user', 'admin', 'email', 'uuid', 'created_at'],
  ...['_id', '__v', '...', '01', '1', '2', '10', 'nul', 'aux', 'Content-Type', 'aws:name'],
  // Prefixes that some systems reserve. Those that clouds are known to set are not included: their owner is not clear.
  ...['sys', 'sys_tag', '_sys_tag', 'system:tag', 'internal.tag', 'reserved-tag', 'private_tag', 'tmp.tag', '_tag'],
]);

/**
 * Texts with a special meaning in a language, a template, a database, a shell, a URL or a format of numbers and times.
 * A target must return them unchanged.
 */
export const specialTexts: readonly string[] = [
  ...['"', '"quoted"', "'", "'quoted'", "it's", '\\', '\\\\', '\\n', '\\t', '\\u0041', '\\x41', 'a\\', '/', '`', '|'],
  ...['<b>bold</b>', '<script>alert(1)</script>', '&amp;', '&#65;', '&lt;', ']]>', '<!-- a -->', '<?php a ?>'],
  ...['<%= a %>', "'; DROP TABLE instances; --", "' OR '1'='1", 'a;b', 'a--b', 'a #b', '#a', 'a // b', '/* a */'],
  ...[';a', '*', '--', '{}', '[]', '{"a":"b"}', '["a"]', '""', '"a"', '1,2', '[1, 2]', '{a}', '(a)', 'a: b', '- a'],
  ...['!a', '&a', '@a', '|a', 'null', 'Null', 'NULL', 'None', 'nil', 'undefined', 'NaN', 'nan', 'Infinity'],
  ...['-Infinity', 'inf', 'N/A', '~', '?', 'true', 'false', 'True', 'False', 'TRUE', 'FALSE', 'yes', 'Yes', 'no'],
  ...['NO', 'on', 'off', 'y', 'N', 't', 'f', '0', '-0', '+0', '00', '007', '1', '+1', '-1', '1.0', '1.10', '1.50'],
  ...['.5', '5.', '1e3', '1E5', '1e-7', '0x1F', '0X1f', '0b101', '0o17', '1_000', '1,5', '1,000.00', '1 000', '10%'],
  ...['$1', '1d', '1L', '1f', '\u0663', '\uFF11', '½', '9007199254740993', '12345678901234567890'],
  ...['0.1000000000000000055', '1234567890.123456789', '1.7976931348623157e309', '2024-01-31'],
  ...['2024-01-31T12:00:00Z', '2024-01-31T12:00:00.000+00:00', '2024-1-3', '20240131', '01/02/03', '1:30', '12:00'],
  ...['190:20:30', 'Wed, 31 Jan 2024 12:00:00 GMT', '/Date(0)/', 'P1D', '1706702400', '1706702400000'],
  ...['3F2504E0-4F89-11D3-9A0C-0305E82C3301', '{3F2504E0-4F89-11D3-9A0C-0305E82C3301}', '010.001.000.001', '::1'],
  ...['FE80::A', '00:1B:44:11:3A:B7', 'user@Example.COM', 'HTTPS://Example.COM/A?b=C#d', 'https://example.com'],
  ...['file:///etc/passwd', '../../etc/passwd', 'a/./b//c/', 'C:\\Temp', '%PATH%', '$HOME', `\${a}`, `\${HOME}`],
  ...['$(id)', '`id`', '~/a', '\\\\host\\share', '{{a}}', '{0}', '%s', '%d', '%(a)s', '%%', '%n', '$$', '$&', '\\1'],
  ...['\\g<0>', '#{a}', '@{a}', '<a>', ':a', '{% a %}', '%', '%41', '%00', '%2B', '%zz', '+', 'a+b', 'a=b', 'a=b=c'],
  ...['a=b&c=d', 'a&b', 'a,b', 'a;b=c', '=1+1', '-a', '+a', 'YWJj', 'YQ==', '=?UTF-8?B?YQ==?=', 'a\u0301=', 'a  '],
  ...[
    'password=hunter2',
    'token: abc',
    'Bearer abc.def',
    'user:word@host',
    'https://user:word@example.com/',
    'k=v; Path=/',
  ],
  ...[
    'aGVsbG8gd29ybGQ=',
    'D41D8CD98F00B204E9800998ECF8427E',
    'eyJhbGciOiJub25lIn0.e30.',
    'data:text/plain;base64,YQ==',
  ],
  ...['4111111111111111', '4111 1111 1111 1111', '+49 170 1234567', '123-45-6789', '10.0.0.0/08', '192.168.000.001'],
  ...[
    'v1.2.3',
    '1.2.3.4',
    '*/5 * * * *',
    '^a.*$',
    '#FFFFFF',
    'text/HTML; Charset=UTF-8',
    'javascript:alert(1)',
    ':smile:',
  ],
  ...[
    'ssh-rsa AAAAB3Nza a@b',
    '-----BEGIN KEY-----',
    '<![CDATA[a]]>',
    '\\r\\n',
    'a\u200Db',
    '[a](b)',
    '**a**',
    '_a_',
    '[[a]]',
  ],
  ...['  a', '   ', '__proto__', '[object Object]', '***'],
  ...[
    '\\u00e9',
    'C:\\u4e2d',
    '\\\\u00e9',
    '\\ud83d\\ude00',
    '\\U0001F600',
    '\\xe9',
    '\\351',
    '\\N{BULLET}',
    '\\u',
    '\\0',
  ],
];
