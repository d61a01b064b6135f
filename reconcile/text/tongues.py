"""What tells languages apart: their names, codes, function words and scripts. In: nothing. Out: tables.

A word may be in several lists; what counts is how many words of a text each list has."""

from __future__ import annotations

NAMES: dict[str, str] = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "km": "Khmer",
    "kn": "Kannada", "ko": "Korean", "lo": "Lao", "ml": "Malayalam", "my": "Burmese", "nl": "Dutch",
    "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "si": "Sinhala", "so": "Somali", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "am": "Amharic", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

# ISO 639-2 and other codes that feeds give
CODES: dict[str, str] = {
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "por": "pt", "ita": "it",
    "nld": "nl", "dut": "nl", "rus": "ru", "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko",
    "tur": "tr", "pol": "pl", "ukr": "uk", "fas": "fa", "per": "fa", "heb": "he", "hin": "hi", "urd": "ur",
    "swe": "sv", "nb": "no", "nn": "no",
}  # fmt: skip

FUNCTION_WORDS: dict[str, str] = {
    "en": (
        "the of and to in a is was that for on with as it at by from his he are were be have had has not they an this "
        "who which but their or its after said will been she her would there when what about also than into over we "
        "you i all one two more police people if no out up could them him our your do did just can being before where "
        "because while against"
    ),
    "fr": (
        "le la les de des du et en un une est dans que qui pour sur par au aux avec ce cette il elle ont été plus pas "
        "se son sa ses sont ou mais selon après était leur à qu ne lors entre deux"
    ),
    "de": (
        "der die das und in den von zu mit ist des im für auf dem nicht ein eine sich auch als bei nach es an er sie "
        "hat wurde wurden werden aus einer einem einen wie dass sind über um zum zur durch noch nur oder war"
    ),
    "es": (
        "de la el en que los las del se por un una con para al es su no lo más como fue han sus este esta entre pero "
        "ha según sobre tras ser son también desde cuando hasta"
    ),
    "pt": (
        "de que do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser "
        "quando muito nos já também pelo pela até são segundo após foram"
    ),
    "it": (
        "di il la che in un per è una del della con non si da le dei al sono gli nel alla ha lo anche più come delle "
        "ma dal dalla stato dopo suo sua hanno nella questo degli secondo"
    ),
    "nl": (
        "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar uit maar heeft werd "
        "worden over nog wordt hebben volgens deze tot dan die was had"
    ),
    "sv": (
        "och att det en som på är av för med den till inte om ett har de var men från vid efter sig under kan enligt "
        "också han hon blev"
    ),
    "da": (
        "og at det en som på er af for med den til ikke om et har de var men fra ved efter sig under kan ifølge også "
        "han hun blev der mod blevet eller"
    ),
    "no": (
        "og at det en som på er av for med den til ikke om et har de var men fra ved etter seg under kan ifølge også "
        "han hun ble der mot blitt eller"
    ),
    "fi": "ja on ei se että oli hän ovat mukaan myös mutta kun joka sen olivat ole kuin jotka vain tai jo sekä sitä",
    "pl": (
        "na się do nie że to jest od po przez jak za dla są oraz ale który jego został było przy tym które czy jej "
        "ich jako tej tego tak będzie według podczas co najmniej osób"
    ),
    "cs": (
        "na se je že do to ve pro by po ale jako jsou byl za od které který podle při jeho však bylo její jsme tak "
        "také než více nejméně lidí policie až ze aby během"
    ),
    "hr": (
        "je na se da su za od koji koja nije što kao iz ali bi po do biti te koje nakon prema bio će oko jedan prije "
        "kako ima tijekom više među ih godine osoba"
    ),
    "hu": (
        "az és hogy is nem egy volt ez meg csak már el mint de ki vagy azt szerint pedig után még lesz van egyik több "
        "majd amely minden közben között ezt kell ember"
    ),
    "ro": "și de în la care pe cu din nu un pentru că au fost se mai este sunt prin al după ale sau lui cel",
    "tr": "ve bir bu da de için ile olarak olan daha çok en gibi kadar sonra ancak ise var oldu tarafından göre olduğu",
    "id": (
        "yang dan di dari dengan untuk pada ini itu dalam tidak adalah akan ke juga telah oleh orang mereka saat "
        "karena kepada tersebut lebih setelah ada"
    ),
    "ca": (
        "de la el en que els les del per un una amb és al no es ha com més va ser són aquest aquesta també després "
        "segons pel pels dels fins sobre ja què perquè"
    ),
    "vi": "và của là các có được cho trong người những không một này đã với khi để ở từ đến vào về bị tại theo",
    "sw": "ya na wa kwa katika ni za la cha kuwa hiyo huo watu baada pia lakini au hii vya yake hao mwa alisema",
    "tl": "ang ng sa mga na at ay ni si para nang hindi ito may kay mula isang kanyang siya niya",
    "so": "oo ka ku iyo waa in la ah uu ay ee waxaa soo lagu kale isagoo waxa kuwaas si",
}

# a script's first and last letter, the language it means, and letters that mean another one, most telling first
SCRIPTS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...] = (
    ("\u0370", "\u03ff", "el", ()),
    ("\u0400", "\u052f", "ru", (("ђћљњј", "sr"), ("іїєґ", "uk"), ("ыэё", "ru"), ("ъ", "bg"))),
    ("\u0530", "\u058f", "hy", ()),
    ("\u0590", "\u05ff", "he", ()),
    ("\u0600", "\u06ff", "ar", (("ٹڈڑںے", "ur"), ("پچژگی", "fa"))),
    ("\u0900", "\u097f", "hi", ()),
    ("\u0980", "\u09ff", "bn", ()),
    ("\u0a00", "\u0a7f", "pa", ()),
    ("\u0a80", "\u0aff", "gu", ()),
    ("\u0b80", "\u0bff", "ta", ()),
    ("\u0c00", "\u0c7f", "te", ()),
    ("\u0c80", "\u0cff", "kn", ()),
    ("\u0d00", "\u0d7f", "ml", ()),
    ("\u0d80", "\u0dff", "si", ()),
    ("\u0e00", "\u0e7f", "th", ()),
    ("\u0e80", "\u0eff", "lo", ()),
    ("\u1000", "\u109f", "my", ()),
    ("\u10a0", "\u10ff", "ka", ()),
    ("\u1200", "\u137f", "am", ()),
    ("\u1780", "\u17ff", "km", ()),
    ("\u1100", "\u11ff", "ko", ()),
    ("\u3040", "\u30ff", "ja", ()),
    ("\u3400", "\u9fff", "zh", ()),
    ("\uac00", "\ud7af", "ko", ()),
)
