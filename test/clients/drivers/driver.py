"""Shared by the drivers in Python: reads one request of the runner, makes one call of the client, and prints its outcome.

Standard input: {"operation", "serverId", "metadata", "keys"}. Standard output, one line of JSON: {"call", "returned"},
{"call", "error": {"type", "message", "status"}}, or {"absent": true} where the client has no such call.
The credentials are in the OS_* variables.
"""

import json
import sys


def drive(calls, type_of=lambda error: type(error).__name__, status_of=lambda error: None):
    """`calls`: by operation, the words for the call, and a function of the request that makes it."""
    request = json.load(sys.stdin)
    if request['operation'] not in calls:
        print(json.dumps({'absent': True}))
        return
    call, function = calls[request['operation']]
    try:
        outcome = {'returned': function(request)}
    except Exception as error:  # Every class of exception is an outcome.
        outcome = {'error': {'type': type_of(error), 'message': str(error), 'status': status_of(error)}}
    print(json.dumps({'call': call, **outcome}))
