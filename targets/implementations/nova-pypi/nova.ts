import type { Implementation } from '../implementation';

export const nova: Implementation = {
  product: 'OpenStack Nova',
  setup:
    "Nova of a major release from PyPI, in one process: its own functional fixtures behind its real WSGI pipeline, with SQLite in memory and a fake hypervisor. No other request runs while SQLite is called, so that concurrent replaces do not meet. Nova 26 ran with MariaDB, from Debian's packages: there they do (CONCURRENCY-01).",
  folder: 'nova-pypi',
  releases: ['27', '28', '29', '30', '31', '32', '33', '34'],
  causes: [
    {
      clauses: ['KEY-06'],
      sentence:
        "Nova's pattern for a key ends in `$`. In Python it also matches before a final newline, so `abc` with a newline is stored as a key.",
      source: { file: 'nova/api/validation/parameter_types.py', code: "'^[a-zA-Z0-9-_:. ]{1,255}$': {" },
    },
    {
      clauses: ['KEY-05'],
      from: 33,
      sentence:
        'Under /v2 Nova does not check the keys of a map in which every key is wrong: since Nova 33 the validator of additional properties returns early for it. `{"a!b": "1"}` is stored with 200.',
      source: { file: 'nova/api/validation/validators.py', code: 'if set(extra_properties) == set(instance):' },
    },
    {
      clauses: ['KEY-03'],
      from: 33,
      sentence:
        'The same early return as in KEY-05. The compute API then raises InvalidMetadata for an empty key, which the controller does not expect: 500.',
      source: { file: 'nova/compute/api.py', code: 'raise exception.InvalidMetadata(reason=e.format_message())' },
    },
    {
      clauses: ['KEY-04'],
      from: 33,
      sentence:
        'The same early return as in KEY-05. The compute API then raises InvalidMetadataSize for a key of 256 characters, which the controller does not expect: 500.',
      source: { file: 'nova/compute/api.py', code: 'raise exception.InvalidMetadataSize(reason=msg)' },
    },
    {
      clauses: ['VALUE-06'],
      deployment: '26.2.2',
      sentence:
        "The table of the metadata has MySQL's character set `utf8`, with at most three bytes a character. An emoji gives 500. This depends on the deployment: with `utf8mb4` or another database an emoji is stored.",
    },
    {
      clauses: ['VALUE-10'],
      sentence: 'A lone surrogate gives an encoding error in the database driver, which no code catches: 500.',
    },
    {
      clauses: ['ANSWER-06'],
      deployment: '26.2.2',
      sentence:
        'Bytes that are not UTF-8, lone surrogates and characters beyond U+FFFF (see VALUE-06) give an uncaught exception: 500.',
      source: { file: 'nova/api/openstack/wsgi.py', code: "'body': str(body, 'utf-8')," },
    },
    {
      clauses: ['ANSWER-06'],
      sentence:
        'Three kinds of body give an uncaught exception, and 500: bytes that are not UTF-8 (decoded only for a debug message), a lone surrogate (the database driver cannot encode it), and a value nested two thousand levels deep (RecursionError of the JSON parser).',
      source: { file: 'nova/api/openstack/wsgi.py', code: "'body': str(body, 'utf-8')," },
    },
    {
      clauses: ['CONCURRENCY-01'],
      sentence:
        'Two concurrent replaces are merged: each reads, deletes and adds rows of the map, without a lock (Launchpad bug 1650188). Both get 200.',
      source: { file: 'nova/db/main/api.py', code: 'def instance_metadata_update(' },
    },
    {
      clauses: ['CONCURRENCY-02'],
      sentence: 'The same cause as CONCURRENCY-01: no order explains the responses.',
      source: { file: 'nova/db/main/api.py', code: 'def instance_metadata_update(' },
    },
  ],
};
