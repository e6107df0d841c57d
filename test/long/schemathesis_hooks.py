"""What a description can't say: who asks, what is there, and where the next page begins."""

import json
import os
import re
import urllib.request

import schemathesis

# what is there, by the start of the path that it stands in; "" for people
ids = json.loads(os.environ["DESK_IDS"])
max_cursor_length = int(os.environ["DESK_MAX_CURSOR_LENGTH"])


@schemathesis.auth(refresh_interval=None)
class FreshSession:
    """A session for each request, since some end the one that asks."""

    def get(self, case, context):
        with urllib.request.urlopen(os.environ["DESK_AUTHORIZATION"]) as answer:
            return answer.read().decode()

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": data}


def with_real_id(container, name, there):
    """Two of three well-formed ids become real ones; the choice follows from the id, so that a seed repeats it."""
    made_up = container.get(name) if isinstance(container, dict) else None
    if isinstance(made_up, str) and re.fullmatch("[0-9a-f]{24}", made_up) and int(made_up, 16) % 3 > 0:
        container[name] = there[int(made_up, 16) // 3 % len(there)]


@schemathesis.hook
def before_call(context, case, kwargs):
    place = max((start for start in ids if case.path.startswith(start)), key=len)
    with_real_id(case.path_parameters, "id", ids[place])
    for name in ("id", "assignee"):
        with_real_id(case.body, name, ids[""])
    # a cursor is whatever the page before said: a made-up one that looks right begins at the beginning instead
    after = case.query.get("after") if isinstance(case.query, dict) else None
    if isinstance(after, str) and len(after) <= max_cursor_length:
        del case.query["after"]
