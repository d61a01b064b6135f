"""Who says what: direct, indirect and mixed speech, stances, unnamed sources, channels, and hostile text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.speech.attribution import Speech, chain, distanced, find_attributions, find_speeches, speaker_at
from reconcile.rulebook import shipped
from reconcile.rulebook.decode import decode
from reconcile.rulebook.language.sentences import SentenceWords
from reconcile.rulebook.language.speech import SpeechWords
from reconcile.text.sentences import sentences

SENTENCES = decode(SentenceWords, shipped() / "languages/en/sentences.toml", "rules/languages/en/sentences.toml")
SPEECH = decode(SpeechWords, shipped() / "languages/en/speech.toml", "rules/languages/en/speech.toml")


def speeches(text: str) -> list[Speech]:
    return find_speeches(text, sentences(text, SENTENCES), SPEECH)


def said(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, as words."""
    found = find_attributions(text, sentences(text, SENTENCES), SPEECH)
    return [
        (
            text[a.source.start : a.source.end] if a.source else "",
            text[a.cue.start : a.cue.end],
            text[a.content.start : a.content.end],
        )
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The ministry said that nine miners had died.", "The ministry", "said", "nine miners had died"),
        ("Nine miners had died, the ministry said.", "the ministry", "said", "Nine miners had died"),
        ("Nine miners had died, said the ministry.", "the ministry", "said", "Nine miners had died"),
        ("She says the dam will hold.", "She", "says", "the dam will hold"),
        ("Nurses on the ward say they were never asked.", "Nurses on the ward", "say", "they were never asked"),
        (
            "On Monday, Ana Reyes, head of the port union, warned that ships would leave.",
            "Ana Reyes, head of the port union",
            "warned",
            "ships would leave",
        ),
        (
            "The spokesman told reporters on Friday that the road was open.",
            "The spokesman",
            "told",
            "the road was open",
        ),
        ("The road was open, he told the Evening Post.", "he", "told", "The road was open"),
        (
            "According to the coastguard, two boats are missing.",
            "the coastguard",
            "According to",
            "two boats are missing",
        ),
        (
            "Two boats are missing, according to the coastguard.",
            "the coastguard",
            "according to",
            "Two boats are missing",
        ),
        ("As the coastguard reported, two boats are missing.", "the coastguard", "reported", "two boats are missing"),
        ("The council has called for a new vote.", "The council", "has called for", "a new vote"),
        ("The council is confident that the vote was fair.", "The council", "is confident", "the vote was fair"),
        ("The army's claim that the town is calm was doubted.", "The army's", "claim", "the town is calm was doubted"),
        ("Farmers near Leitrim hope the state will pay.", "Farmers near Leitrim", "hope", "the state will pay"),
    ],
)
def test_source_and_content_are_found_on_either_side_of_the_cue(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in said(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Mr. Paz, who leads the union, said Mr. Roe had lied.", "Mr. Paz", "Mr. Roe had lied"),
        ("Ana Reyes, 21, a nurse, said she turned back.", "Ana Reyes, 21, a nurse", "she turned back"),
        ("The dam, built in 1960, collapsed at dawn, said engineer Ana Reyes.", "engineer Ana Reyes",
         "The dam, built in 1960, collapsed at dawn"),
        ("Nine miners, two of them boys, were killed, said the mayor.", "the mayor",
         "Nine miners, two of them boys, were killed"),
        ('"It is over," Reyes said to cheers in Leeds.', "Reyes", '"It is over,"'),
        ('"It is over," Ana Reyes continued.', "Ana Reyes", '"It is over,"'),
    ],
)  # fmt: skip
def test_an_apposition_before_the_verb_is_the_source_and_no_content(text: str, source: str, content: str) -> None:
    assert (source, content) in [(found[0], found[2]) for found in said(text)]


def test_a_quotation_goes_on_behind_its_speaker_and_over_sentences() -> None:
    text = "“We lost the barn,” said Tom Hale, a farmer. “The cows are fine. We will build again.”"
    ((source, cue, content),) = said(text)
    assert (source, cue) == ("Tom Hale, a farmer", "said")
    assert content.startswith("“We lost the barn") and content.endswith("build again.”")


def test_a_quotation_may_begin_sentences_before_its_cue() -> None:
    text = "“Nobody called us. We read it in the paper,” Hale said."
    assert said(text) == [("Hale", "said", "“Nobody called us. We read it in the paper,”")]


def test_a_colon_leads_up_to_a_quotation_and_a_name_before_a_colon_speaks() -> None:
    assert said("The judge wrote in her ruling: “The permit is void.”")[0][2] == "“The permit is void.”"
    assert said("MAYOR: The bridge will open in May.") == [("MAYOR", ":", "The bridge will open in May.")]


def test_two_verbs_share_a_subject_and_part_their_contents() -> None:
    text = "The minister praised the crews and said that the fire was out."
    assert said(text) == [
        ("The minister", "praised", "the crews"),
        ("The minister", "said", "the fire was out"),
    ]
    assert ("The minister", "adding", "nobody was hurt") in said(
        "The minister said the fire was out, adding that nobody was hurt."
    )


def test_two_speakers_in_a_sentence_keep_their_own_contents() -> None:
    text = "The union says pay fell, while the firm says it rose."
    assert said(text) == [("The union", "says", "pay fell"), ("the firm", "says", "it rose")]


def test_a_source_that_is_not_named_is_none() -> None:
    assert ("", "is believed", "the gunman is believed to have fled") in [
        (s, c, t.lower()) for s, c, t in said("The gunman is believed to have fled.")
    ]
    assert said("The envoy reportedly left.")[0][:2] == ("", "reportedly")


@pytest.mark.parametrize(
    "text",
    [
        "The claims of both sides were heard.",
        "Support for the plan grew in elected bodies.",
        "United States troops left the base.",
        "He walked home.",
        "The proposed ban never passed.",
    ],
)
def test_words_that_only_look_like_cues_say_nothing(text: str) -> None:
    assert said(text) == []


def test_upper_case_wire_copy_is_read_like_any_other() -> None:
    assert said("THE COMMAND REPORTED THAT ONE SOLDIER WAS KILLED.") == [
        ("THE COMMAND", "REPORTED", "ONE SOLDIER WAS KILLED")
    ]


def test_the_innermost_speaker_speaks_and_those_around_are_the_channel() -> None:
    text = "The daily writes that the minister said eleven had died."
    found = speeches(text)
    start = text.index("eleven")
    assert [text[s.source.start : s.source.end] for s in chain(found, start, start + 6) if s.source] == [
        "The daily",
        "the minister",
    ]
    speaker = speaker_at(found, start, start + 6)
    assert speaker and speaker.source and text[speaker.source.start : speaker.source.end] == "the minister"
    assert speaker_at(found, 0, 3) is None


def test_what_is_denied_is_marked_and_who_was_told_is_kept() -> None:
    text = "A guard told the Evening Post that he denied the theft."
    told = speeches(text)[0]
    assert told.hearer and text[told.hearer.start : told.hearer.end] == "the Evening Post"
    assert [s.denial for s in speeches("The group denied any part in the raid.")] == [True]


def test_a_passive_denial_is_one_and_its_content_is_what_is_denied() -> None:
    text = "The report was dismissed by the council."
    (speech,) = speeches(text)
    assert speech.denial
    assert said(text) == [("the council", "was dismissed by", "The report")]
    assert ("Kyiv", "rejected", "the charge") in said("Kyiv, which Moscow blames for the raid, rejected the charge.")


def test_a_pronoun_speaks_for_the_speaker_before_it_and_a_relative_for_its_noun() -> None:
    text = "Ana Reyes said the port was shut. She blamed the storm. The firm, which denied any fault, left."
    stands_for = {
        text[s.source.start : s.source.end]: text[s.antecedent.start : s.antecedent.end]
        for s in speeches(text)
        if s.source and s.antecedent
    }
    assert stands_for == {"She": "Ana Reyes", "which": "The firm"}


def test_what_is_not_denied_or_not_said_is_marked_as_such() -> None:
    (speech,) = speeches("The group did not deny any part in the raid.")
    assert (speech.denial, speech.negated) == (False, True)
    assert [s.negated for s in speeches("Police have not confirmed that the man was armed.")] == [True]
    assert [s.negated for s in speeches("Police have confirmed that the man was not armed.")] == [False]


def test_a_stance_inside_another_content_is_an_echo_and_no_attribution_of_its_own() -> None:
    text = "The mayor said he hopes the water will fall."
    assert len(said(text)) == 1
    assert [s.echo for s in speeches(text)] == [False, True]


def test_the_writers_distance_is_found_near_a_span() -> None:
    text = "The so-called envoy left. He reportedly fled."
    near = distanced(text, 26, len(text), SPEECH)
    assert near and text[near.start : near.end] == "reportedly"
    assert distanced("He fled.", 0, 8, SPEECH) is None


PIECES = [
    "said ",
    "He ",
    "the mayor ",
    '"',
    "“",
    "”",
    ",",
    ".",
    " that ",
    "told ",
    "according to ",
    "\n\n",
    "who ",
    "and ",
    "A: ",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join))
def test_spans_stay_inside_the_text_and_are_never_empty(text: str) -> None:
    for speech in speeches(text):
        for span in (speech.source, speech.cue, speech.content, speech.hearer):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "said ",
        "He said ",
        "X told Y that ",
        "according to a ",
        "his claim that ",
        ") said ",
        '"A," X said. ',
        "“",
        "''",
        "a'a",
    ],
)
def test_time_grows_with_the_text_and_no_further(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    started = time.process_time()
    speeches(text)
    assert time.process_time() - started < 6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The survey shows a majority against the tunnel.", [("The survey", "shows", "a majority against the tunnel")]),
        ("Norway plans to close the mine.", [("Norway", "plans", "close the mine")]),
        (
            "The mayor began by saying that the bridge was safe.",
            [("The mayor", "saying", "the bridge was safe")],
        ),
        ("Ana Reyes - the owner of the boat - said it was empty.", [("Ana Reyes", "said", "it was empty")]),
        ("Ana Reyes -- who was aboard -- said it was empty.", [("Ana Reyes", "said", "it was empty")]),
    ],
)
def test_a_verb_that_could_be_a_noun_is_told_by_its_company(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Snow fell in the four states that voted for the tunnel.",
        "The town has 12 confirmed deaths from the flood.",
        "The crews worked without knowing how deep it was.",
    ],
)
def test_what_only_looks_like_a_verb_of_speech_says_nothing(text: str) -> None:
    assert said(text) == []


def test_a_verb_of_speech_that_moves_somewhere_says_nothing() -> None:
    assert said("A missile slammed into a bakery, killing six people.") == []
