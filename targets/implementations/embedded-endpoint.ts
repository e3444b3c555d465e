import type { Implementation } from './implementation';

export const embeddedEndpoint: Implementation = {
  product: 'the embedded endpoint',
  setup: 'It is part of this project, and written after the page.',
  causes: [
    {
      clauses: ['KEY-07'],
      sentence: 'The embedded endpoint follows the page, whose character set has no space. Nova accepts one.',
    },
  ],
};
