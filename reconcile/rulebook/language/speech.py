"""`rules/languages/<language>/speech.toml`: reporting verbs and what goes with them. In: nothing. Out: the spec."""

from __future__ import annotations

from msgspec import Struct


class SpeechWords(Struct, frozen=True):
    """How a language says who says what. All words are folded (small letters, no accents).

    A verb is five forms, "write writes wrote written writing" ("-" for one that does not count); what follows a colon
    must stand right behind the verb."""

    say: tuple[str, ...]  # verbs whose content is a clause or a quotation, which may stand before them
    tell: tuple[str, ...]  # the same with a hearer first
    quote: tuple[str, ...]  # verbs of speech only beside a quotation or before "that"
    hold: tuple[str, ...]  # verbs of stance whose content is what follows
    denials: tuple[str, ...]  # verbs and nouns whose content the source does not hold
    relays: tuple[str, ...]  # verbs that pass on what another says: "quoted the mayor as saying", "citing police"
    sayers: tuple[str, ...]  # last words of who is cited so without a name: "citing hospital officials"
    anyone: tuple[str, ...]  # speakers who are described so loosely that those of two outlets may be others
    reckon: tuple[str, ...]  # verbs of speech where a tally follows: "put the toll at 12"
    motion: tuple[str, ...]  # right before one of these a verb says nothing: "slammed into a truck"
    tallies: tuple[str, ...]  # "toll", "number"
    nouns: tuple[str, ...]  # "claim", "hope": what somebody says or holds
    also_nouns: tuple[str, ...]  # verb forms that are nouns at least as often
    links: tuple[str, ...]  # what stands between such a noun and its content
    states: tuple[str, ...]  # "confident", "aware": states of mind, after `be`
    passives: tuple[str, ...]  # "believed", "said": after `be`, somebody unnamed holds what follows
    according: tuple[str, ...]  # "according to": the source follows, the rest of the sentence is the content
    hedges: tuple[str, ...]  # by these the writer keeps a distance
    hearsay: tuple[str, ...]  # these hedges speak for an unnamed source
    labels: tuple[str, ...]  # words before a colon that are nobody's name: "Update:"
    auxiliaries: tuple[str, ...]
    be: tuple[str, ...]
    finite: tuple[str, ...]  # frequent verb forms that can only be the verb of a clause
    negations: tuple[str, ...]  # a denial with one of them is none: "did not deny"
    adverbs: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    not_adverbs: tuple[str, ...]  # nouns and adjectives that end like adverbs
    possessive_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    acts: tuple[str, ...]  # content that begins so is an act, no statement: "claimed responsibility for"
    pronouns: tuple[str, ...]
    singulars: tuple[str, ...]  # of these, the ones whose verb is in the third person
    nominatives: tuple[str, ...]  # of these, the ones that stand for a speaker named before: "she said", "said she"
    men: tuple[str, ...]  # for whom "she" and "it" do not stand: "the spokesman", "Mr Hill"
    women: tuple[str, ...]
    gendered: tuple[str, ...]  # of the nominatives, the one for a man and the one for a woman
    relatives: tuple[str, ...]
    determiners: tuple[str, ...]
    possessives: tuple[str, ...]
    plurals: tuple[str, ...]  # plural nouns without the ending of one
    prepositions: tuple[str, ...]
    media: tuple[str, ...]  # what leads to a time or a medium: "said in an interview"
    roles: tuple[str, ...]  # "seen as", and "as the ministry said"
    agents: tuple[str, ...]  # "blamed by"
    infinitives: tuple[str, ...]  # "believed to"
    complementisers: tuple[str, ...]  # "said that"
    subordinators: tuple[str, ...]
    coordinators: tuple[str, ...]
    additive: tuple[str, ...]  # of these, the ones that go on with a list
    hearers: tuple[str, ...]  # who is told, besides subjects
    days: tuple[str, ...]
    definite: tuple[str, ...]  # begins a description of somebody known: "the "
    documents: tuple[str, ...]  # what somebody says it in: "a police statement said", "a statement by the army"
    envoys: tuple[str, ...]  # who speaks for an office: "army officials"
    lesser: tuple[str, ...]  # with one of these an office is not the state's: "the regional government"
    authors: tuple[str, ...]  # what stands between such a word and who wrote it
    offices: tuple[str, ...]  # descriptions, or their last words, that speak for the state in which the text is set
    clitics: tuple[str, ...]  # endings that are words of their own: "they've"

    __hash__ = object.__hash__  # loaded once; caches key on its identity
