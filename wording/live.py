"""Words of live rooms: pages, bars, and messages for refusals and endings."""

from __future__ import annotations

from graph.models import Record, Text


class LiveWords(Record):
    """Words of live rooms; placeholders in braces are filled in by the code that shows them."""

    present_how: tuple[Text, ...]
    follow_how: tuple[Text, ...]
    kept: Text
    bar: Text
    following: Text
    wandering: Text
    paused: Text
    waiting: Text
    in_room: Text
    moved_on: Text
    now_at: Text
    look_around: Text
    back: Text
    leave: Text
    close: Text
    driver_bar: Text
    driving: Text
    people: Text
    previous: Text
    next: Text
    pause: Text
    resume: Text
    pausing: Text
    going_on: Text
    notes: Text
    no_note: Text
    stop_of: Text
    upcoming: Text
    last_stop: Text
    desk: Text
    elapsed: Text
    open: Text
    qr: Text
    code_label: Text
    scan: Text
    begin: Text
    window: Text
    window_hint: Text
    hand_over: Text
    hand_over_hint: Text
    make_key: Text
    key_hint: Text
    key_said: Text
    take_title: Text
    take_hint: Text
    take_code: Text
    take_key: Text
    take: Text
    end: Text
    end_sure: Text
    end_yes: Text
    end_no: Text
    have_code: Text
    join_code: Text
    join: Text
    own_window: Text
    problems: dict[str, Text]
