import { rejectValues } from '../helpers/checks';
import { mutant } from '../helpers/mutant';
import { changeValues, mapPairs } from '../helpers/pairs';

export const valueBackslashLost = mutant({
  name: 'value-backslash-lost',
  description: 'Stores one backslash for two: escapes that are decoded twice.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replaceAll('\\\\', '\\')),
});

export const valueDollarHalved = mutant({
  name: 'value-dollar-halved',
  description: 'Stores one dollar sign for two: a value used as the replacement in `String.replace`.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replaceAll('$$', () => '$')),
});

export const valueHtmlEscaped = mutant({
  name: 'value-html-escaped',
  description: 'Stores `&lt;` for `<`: HTML escaping on input.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
});

export const valueNamesKey = mutant({
  name: 'value-names-key',
  description:
    'Replaces a `$` reference in a value by the value of the key that it names: a properties store that resolves references.',
  killedBy: ['VALUE-03'],
  replace: (_old, sent) =>
    mapPairs(sent, (key, value) => {
      const filled = value.replace(/\$\{([\w.:-]+)\}/g, (all, name: string) => {
        return Object.hasOwn(sent, name) ? (sent[name] ?? all) : all;
      });
      return [key, filled];
    }),
});

export const valueOuterQuotesLost = mutant({
  name: 'value-outer-quotes-lost',
  description: 'Removes the quotes around a value: a parser for settings files.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replace(/^"(.*)"$/s, '$1')),
});

export const valuePercentDecoded = mutant({
  name: 'value-percent-decoded',
  description: 'Decodes percent escapes in values: a function shared with the query string.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) =>
    value.replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  ),
});

export const valuePercentHalved = mutant({
  name: 'value-percent-halved',
  description: 'Stores one percent sign for two: a value passed through `printf`.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replaceAll('%%', '%')),
});

export const valuePlusBecomesSpace = mutant({
  name: 'value-plus-becomes-space',
  description: 'Stores a space for a plus sign: text passed through a form.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replaceAll('+', ' ')),
});

export const valueQuoteDoubled = mutant({
  name: 'value-quote-doubled',
  description: 'Stores two single quotes for one: SQL escaping together with a prepared statement.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replaceAll("'", "''")),
});

export const valueRefusesMarkup = mutant({
  name: 'value-refuses-markup',
  description: 'Rejects a value that looks like SQL or a script: a web application firewall.',
  killedBy: ['VALUE-03'],
  checkValue: rejectValues((value) => /<script|drop table/i.test(value)),
});

export const valueTagsStripped = mutant({
  name: 'value-tags-stripped',
  description: 'Removes text that looks like an HTML tag: a filter against cross-site scripting.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => value.replace(/<\/?[a-z][^>]*>/gi, '')),
});
