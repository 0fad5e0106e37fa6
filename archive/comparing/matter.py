"""Where a task's own matter begins: behind who asks for it, for when, and who is to act.

"Trong quý I, Trưởng Ban yêu cầu các phòng tập trung rà soát hồ sơ" is about "rà soát hồ sơ". A lead
is only left out where a verb of asking, or what is to be done, is found behind it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from archive.comparing.phrases import Phrases
from archive.comparing.wording import Wording
from archive.registry import load

_LEAD = 40  # words within which a speaker is named
_SPEECH = 24  # words from a speaker's name to the verb of speaking
_NAME = 20  # words from who is to act to what is to be done
_STEPS = 6  # speaker, time and who is to act, each once or twice
_STOP = frozenset(".;:!?\n")
_ANEW = frozenset({"và", "cũng", "thời", "còn"})  # before a further verb of the same speaker
_NO_VERB = frozenset(
    {"sự", "việc", "được", "bị", "của", "về", "để", "làm", "nhiệm vụ", "chức năng", "công tác"}
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a task: how they compare, what stands before each, which begin a word of their
    own, and which of these have a capital.
    """

    forms: Sequence[str]
    before: Sequence[str]
    whole: Sequence[bool]
    capital: Sequence[bool]

    @classmethod
    def of(cls, wording: Wording) -> "_Sentence":
        every, text = wording.words, wording.text
        ends = [0, *(word.span.end for word in every)]
        return cls(
            [word.form for word in every],
            [text[end : word.span.start] for end, word in zip(ends, every, strict=False)],
            [number not in wording.inner for number in range(len(every))],
            [text[word.span.start].isupper() for word in every],
        )

    def taken(self, phrases: Phrases, at: int) -> int:
        """How many words the longest of `phrases` at `at` takes. One syllable has to be a word
        ("ban hành" names no body); more of them may be joined to the word beside them.
        """
        if at >= len(self.forms):
            return 0
        for _, length in phrases.at(self.forms, at):
            if length > 1 or (self.whole[at] and all(self.whole[at + 1 : at + 2])):
                return length
        return 0

    def verb(self, at: int) -> int:
        """How many words the verb at `at` takes that says what is to be done; names have none."""
        if at >= len(self.forms):
            return 0
        if at and self.capital[at] and not set(self.before[at]) & {'"', "“", *_STOP}:
            return 0
        return self.taken(_verbs(), at)

    def ends_in(self, words: Collection[str], at: int) -> bool:
        """Is the whole word before `at` one of `words`?"""
        start = at - 1
        while start > 0 and not self.whole[start]:
            start -= 1
        return start >= 0 and " ".join(self.forms[start:at]) in words

    def until(self, at: int, most: int) -> Iterator[int]:
        """The places from `at` to the end of its sentence or clause list, no more than `most`."""
        for place in range(at, min(at + most, len(self.forms))):
            if place > at and _STOP & set(self.before[place]):
                return
            yield place


def own_matter(wording: Wording) -> int:
    """How many words stand before what a task itself is about; never all of them."""
    told = _Sentence.of(wording)
    at = 0
    heard = False
    for _ in range(_STEPS):
        begin = _past(told, _joints(), at)
        speech = 0 if heard else _past_speaker(told, begin)
        heard = heard or bool(speech)
        end = (
            speech
            or _past_time(told, begin)
            or _past_naming(told, begin)
            or _past_actor(told, begin)
        )
        if not end or end >= len(told.forms):
            break
        at = end
    return at


def _past(told: _Sentence, phrases: Phrases, at: int) -> int:
    """Where a run of `phrases` from `at` on ends."""
    while length := told.taken(phrases, at):
        at += length
    return at


# ---- who asks


def _past_speaker(told: _Sentence, at: int) -> int:
    """Where the words end that say who asks for the task; 0 where nobody does.

    A task that opens with what is to be done, or with its topic, has no speaker before that.
    """
    if told.taken(_list("topics"), at) or (told.verb(at) and not told.taken(_list("speaking"), at)):
        return 0
    if bare := told.taken(_list("urging"), at):
        return _past(told, _list("quoting"), at + bare)
    for place in told.until(at, _LEAD):
        if place > at and not set(told.before[place]) & set(',"”–-'):
            continue
        start = _past(told, _joints(), place)
        person = told.taken(_listed("speakers", "titles", "words"), start)
        body = 0 if person else told.taken(_actors(), start)
        if (person or body) and (end := _spoken(told, start, person or body, bool(person))):
            return _past(told, _list("quoting"), end)
    return 0


def _spoken(told: _Sentence, start: int, named: int, person: bool) -> int:
    """Where the verb ends by which the speaker at `start`, whose title takes `named` words, asks;
    0 where the words there do something else.
    """
    asking, saying = (_asking(), _saying()) if person else (_list("settling"), _list("urging"))
    at = start + named
    for place in told.until(start, _SPEECH):
        # "Phó Trưởng ban tổ chức": the title's last word begins the body's name.
        if place < at - 1 or (place == at - 1 and not told.taken(_actors(), place)):
            continue
        if length := told.taken(asking, place):
            return place + length
        if length := told.taken(saying, place):
            return _goes_on(told, place + length) or (
                place + length if told.taken(_list("urging"), place) else 0
            )
        if name := told.taken(_actors(), place):
            at = max(at, place + name)
        elif place >= at and (told.verb(place) or told.taken(_modals(), place)):
            return 0
    return 0


def _goes_on(told: _Sentence, at: int) -> int:
    """Where the verb ends by which somebody who has spoken goes on to ask; 0 where no one does
    before anything is said of what must be.
    """
    for place in told.until(at, _LEAD):
        if told.taken(_modals(), place):
            return 0
        if "," in told.before[place] or told.forms[place - 1] in _ANEW:
            length = told.taken(_asking(), place) or told.taken(_list("urging"), place)
            if length:
                return place + length
    return 0


# ---- for when, which of several, who


def _past_time(told: _Sentence, at: int) -> int:
    """Where the words end that say when, where or beside what something is to be done; 0 without
    them, or where nothing to do is said behind them.
    """
    if length := told.taken(_list("times"), at):
        year = at + length < len(told.forms) and told.forms[at + length].isdigit()
        dated = told.forms[at + length - 1] == "năm"
        if year or not dated:
            return at + length + year
    if not told.taken(_list("leads"), at):
        return 0
    for place in told.until(at, _LEAD):
        if place > at and "," in told.before[place]:
            begin = _past(told, _joints(), place)
            if (
                _past_actor(told, begin)
                or _past_naming(told, begin)
                or told.verb(begin)
                or told.taken(_modals(), begin)
                or told.taken(_modals(), begin - 1)
            ):
                return place
    return 0


def past_naming(wording: Wording, at: int) -> int:
    """Where words end that at `at` only name tasks; 0 without them."""
    return _past_naming(_Sentence.of(wording), at)


def _past_naming(told: _Sentence, at: int) -> int:
    """Where words end that only name tasks: "nhiệm vụ trọng tâm năm nay là …"; 0 without them."""
    if at < len(told.forms) and told.forms[at].isdigit():
        at += 1
    at = _past(told, _list("several"), at)
    length = told.taken(_list("naming"), at)
    if not length:
        return 0
    if told.forms[at + length - 1] in ("tại", "trong", "của"):
        return at + length
    for place in told.until(at + length, _LEAD):
        listed = told.taken(_list("opening"), place)
        begin = _past(told, _joints(), place + listed)
        if listed and told.verb(begin):
            return place + listed
    return 0


def _past_actor(told: _Sentence, at: int) -> int:
    """Where what is to be done begins behind the body that is to do it; 0 where none opens the
    words at `at`, or nothing is said of what it is to do.
    """
    begin = _past(told, _list("several"), at)
    named = told.taken(_actors(), begin)
    if not named or told.verb(begin) >= named:
        return 0
    end = begin + named
    for place in told.until(begin, _NAME):
        if place < end:
            continue
        if modal := told.taken(_modals(), place):
            return 0 if told.ends_in(("là",), place) else place + modal
        if told.taken(_listed("speakers", "governing", "done"), place):
            return 0
        if name := told.taken(_actors(), place):
            end = place + name
        elif told.verb(place) and not told.ends_in(_NO_VERB, place):
            return place
    return 0


# ---- lists


@cache
def _list(name: str) -> Phrases:
    return Phrases({name: load("labels")[name]})


@cache
def _listed(file: str, table: str, name: str) -> Phrases:
    return Phrases({name: load(file)[table][name]})


@cache
def _verbs() -> Phrases:
    return _listed("openers", "directive", "verbs")


@cache
def _modals() -> Phrases:
    return _listed("speakers", "governing", "modals")


@cache
def _asking() -> Phrases:
    setting = load("speakers")["setting"]
    return Phrases({"asking": [*setting["asking"], *setting["reminding"]]})


@cache
def _saying() -> Phrases:
    setting = load("speakers")["setting"]
    return Phrases({"saying": [*setting["saying"], *setting["taking"]]})


@cache
def _actors() -> Phrases:
    """Bodies that act; "công tác", "việc" are topics."""
    lists = load("speakers")
    topics = frozenset(load("labels")["topics"])
    every = [*lists["doing"]["words"], *lists["bodies"]["words"], *load("substance")["organs"]]
    return Phrases(
        {"actors": [one for one in (*every, *load("labels")["actors"]) if one not in topics]}
    )


@cache
def _joints() -> Phrases:
    """What may stand before anything else in a sentence."""
    return Phrases({"joints": [*load("openers")["before"]["words"], *load("labels")["joints"]]})
