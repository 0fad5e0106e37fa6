"""What two texts share, as a person would mark it: words and runs of words, no halves of either.

Neighbouring syllables that both texts have need be no word: of `đổi mới sinh hoạt` the middle two
are none. Two syllables hold together where one of them mostly stands beside the other; a stretch
that both texts have is marked from the first that hold together to the last.
"""

from collections.abc import Collection, Iterator
from itertools import islice, pairwise

from search import analysis
from search.inverting import BARE, PAIRS
from search.ranking import Ranker
from search.snippets import Match

_TOGETHER = 0.4  # of the reports that have the rarer syllable, how many have the pair
_MOST = 12  # of the telling pairs, those looked for in passages


class Shared:
    """Finds in other texts what they share with one whose pairs of bare words are `telling`.

    The most telling come first: of those that hold together a few are looked for in each text.
    """

    def __init__(self, ranker: Ranker, telling: Collection[str]) -> None:
        self._frequency = ranker.snapshot.frequency
        self._telling = telling
        self._held = frozenset(telling)
        self._words: dict[str, bool] = {}

    def matches(self, text: str) -> Iterator[Match]:
        """The stretches of NFC `text` that are shared and tell something, in text order."""
        runs = list(self._runs(text))
        there = {pair for run in runs for pair in self._pairs(run)}
        shared = (pair for pair in self._telling if pair in there and self._is_word(pair))
        numbers = {pair: number for number, pair in enumerate(islice(shared, _MOST))}
        for run in runs:
            words = frozenset(numbers[pair] for pair in self._pairs(run) if pair in numbers)
            if words and (stretch := self._trimmed(run)):
                yield Match(stretch[0].start, stretch[-1].end, words)

    def _runs(self, text: str) -> Iterator[list[analysis.Token]]:
        """The longest stretches whose neighbours are neighbours in the other text, too."""
        run: list[analysis.Token] = []
        for token in analysis.tokens(text):
            if run and not (
                text[run[-1].end : token.start] == " " and self._pair(run[-1], token) in self._held
            ):
                if len(run) > 1:
                    yield run
                run = []
            run.append(token)
        if len(run) > 1:
            yield run

    def _trimmed(self, run: list[analysis.Token]) -> list[analysis.Token]:
        """The stretch without syllables at its ends whose other half is missing."""
        kept = [at for at, pair in enumerate(self._pairs(run)) if self._is_word(pair)]
        return run[kept[0] : kept[-1] + 2] if kept else []

    def _pairs(self, run: list[analysis.Token]) -> Iterator[str]:
        return (self._pair(one, other) for one, other in pairwise(run))

    def _pair(self, one: analysis.Token, other: analysis.Token) -> str:
        return f"{analysis.bare(one.term)} {analysis.bare(other.term)}"

    def _is_word(self, pair: str) -> bool:
        if pair not in self._words:
            self._words[pair] = self._holds_together(*pair.split(" "))
        return self._words[pair]

    def _holds_together(self, one: str, other: str) -> bool:
        """Does the rarer of two syllables mostly stand with the other? No number does."""
        if not (one.isalpha() and other.isalpha()):
            return False
        rarer = min(self._frequency(BARE["text"], syllable) for syllable in (one, other))
        return self._frequency(PAIRS, f"{one} {other}") >= _TOGETHER * rarer
