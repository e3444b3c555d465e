import type { Metadata } from '../../../contracts/metadata';
import { rejectValues } from '../helpers/checks';
import { mutant } from '../helpers/mutant';
import { changeValues } from '../helpers/pairs';

export const valueDropsEmpty = mutant({
  name: 'value-drops-empty',
  description: 'Drops pairs with an empty value: `if value:` in a loop.',
  killedBy: ['VALUE-02'],
  replace: (_old, sent) => Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')),
});

export const valueEmptyBecomesNull = mutant({
  name: 'value-empty-becomes-null',
  description: 'Shows an empty value as null: Oracle stores empty strings as NULL.',
  killedBy: ['VALUE-02'],
  load: ({ server }) =>
    Object.fromEntries(
      Object.entries(server.metadata).map(([key, value]) => [key, value === '' ? null : value]),
    ) as unknown as Metadata,
});

export const valueEmptyRefused = mutant({
  name: 'value-empty-refused',
  description: 'Rejects an empty value: a form field marked `required`.',
  killedBy: ['VALUE-02'],
  checkValue: rejectValues((value) => value === ''),
});

export const valueNullWordEmptied = mutant({
  name: 'value-null-word-emptied',
  description: 'Stores an empty value for the string `null`: text passed through CSV.',
  killedBy: ['VALUE-03'],
  replace: changeValues((value) => (value === 'null' ? '' : value)),
});

export const valueRefusesBlank = mutant({
  name: 'value-refuses-blank',
  description: 'Rejects a value that contains only spaces: `@NotBlank` with an exception for the empty string.',
  killedBy: ['VALUE-03'],
  checkValue: rejectValues((value) => value !== '' && value.trim() === ''),
});
