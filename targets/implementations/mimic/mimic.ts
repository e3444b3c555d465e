import type { Implementation } from '../implementation';

export const mimic: Implementation = {
  product: 'mimic',
  setup:
    "Rackspace's mock of its OpenStack cloud, from PyPI, with `--realtime`. It serves /v2 alone, and shows no vm_state, so that most clauses of STATE cannot be tested.",
  folder: 'mimic',
  causes: [
    {
      clauses: ['KEY-03', 'KEY-04', 'KEY-05', 'KEY-06', 'VALUE-04'],
      sentence:
        'The check of the metadata looks at the number of pairs and at the type of the values. It looks neither at the keys nor at the length of a value.',
      source: { file: 'mimic/model/nova_objects.py', code: 'def validate_metadata(' },
    },
    {
      clauses: ['BODY-03'],
      sentence:
        'The `in` operator is applied to the body before its type is checked. A number or null raises TypeError: 500.',
      source: { file: 'mimic/rest/nova_api.py', code: "if 'metadata' not in content:" },
    },
    {
      clauses: ['BODY-12', 'BODY-15'],
      sentence: 'The body is parsed as JSON, whatever its length and its content type.',
      source: { file: 'mimic/util/helper.py', code: 'return json.loads(request.content.read().decode("utf-8"))' },
    },
    {
      clauses: ['ANSWER-06'],
      sentence: 'A deeply nested body raises RecursionError, and only ValueError is caught: 500.',
      source: { file: 'mimic/util/helper.py', code: 'return json.loads(request.content.read().decode("utf-8"))' },
    },
    {
      clauses: ['VERSION-01'],
      sentence: 'The routes begin with /v2. There is none for /v2.1: 404.',
      source: {
        file: 'mimic/rest/nova_api.py',
        code: "@app.route('/v2/<string:tenant_id>/servers/<string:server_id>/metadata',",
      },
    },
    {
      clauses: ['ACCESS-01', 'ACCESS-02', 'ACCESS-05'],
      sentence: 'The compute API reads no token. The project in the URI alone selects the servers.',
      source: {
        file: 'mimic/rest/nova_api.py',
        code: 'def handle_server_metadata(self, request, tenant_id, server_id):',
      },
    },
    {
      clauses: ['METHOD-03'],
      sentence: 'The route is a branch, so that the slash is the same resource.',
      source: {
        file: 'mimic/rest/nova_api.py',
        code: "@app.route('/v2/<string:tenant_id>/servers/<string:server_id>/metadata',",
      },
    },
  ],
};
