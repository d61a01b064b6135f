"""The language of a text, told from little and never wrongly of English."""

from __future__ import annotations

import pytest

from reconcile.text.language import guess, named, stated
from reconcile.text.tongues import CODES, FUNCTION_WORDS, NAMES, SCRIPTS

FOREIGN = {
    "fr": "Deux personnes ont été tuées vendredi dans l'effondrement d'un mur de la vieille ville, selon la mairie.",
    "de": "Drei Menschen sind bei einem Unfall auf der Autobahn in der Nacht zum Freitag ums Leben gekommen.",
    "es": "Tres personas murieron el viernes al caer un muro en el casco antiguo de la ciudad, según la policía.",
    "pt": "Três pessoas morreram na sexta-feira quando um muro caiu no centro da cidade, segundo a polícia.",
    "it": "Tre persone sono morte venerdì nel crollo di un muro della città vecchia, secondo la polizia.",
    "nl": "Drie mensen zijn vrijdag om het leven gekomen toen een muur in de oude stad instortte, zegt de politie.",
    "sv": "Tre personer omkom på fredagen när en mur i den gamla staden rasade, enligt polisen som var på plats.",
    "da": (
        "Tre personer blev dræbt fredag, da en mur i den gamle by styrtede sammen, oplyser politiet, der er på stedet."
    ),
    "no": (
        "Tre personer ble drept fredag da en mur i gamlebyen raste sammen, ifølge politiet, "
        "som er på stedet etter ulykken."
    ),
    "fi": (
        "Kolme ihmistä kuoli perjantaina, kun muuri sortui vanhassakaupungissa, poliisi "
        "kertoi, mutta syy ei ole selvillä ja tutkinta on kesken."
    ),
    "pl": (
        "Trzy osoby zginęły w piątek, gdy na starym mieście zawalił się mur, podała policja, "
        "która nie wie, co było przyczyną."
    ),
    "cs": (
        "Tři lidé zemřeli v pátek, když se na starém městě zřítila zeď, uvedla policie, která "
        "však neví, co bylo příčinou."
    ),
    "hr": (
        "Troje ljudi je poginulo u petak kada se u starom gradu srušio zid, rekla je "
        "policija, koja nije znala što je uzrok."
    ),
    "hu": (
        "Hárman meghaltak pénteken, amikor az óvárosban leomlott egy fal, közölte a rendőrség, de az ok még nem ismert."
    ),
    "ro": "Trei persoane au murit vineri după ce un zid s-a prăbușit în centrul vechi al orașului, a anunțat poliția.",
    "tr": (
        "Eski şehirde bir duvarın çökmesi sonucu üç kişi öldü ve çok sayıda kişi yaralandı, "
        "polis nedenin daha bilinmediğini ve bir soruşturma olduğunu söyledi."
    ),
    "id": (
        "Tiga orang tewas pada hari Jumat ketika sebuah tembok di kota tua runtuh, kata "
        "polisi yang berada di lokasi itu."
    ),
    "ca": (
        "Tres persones van morir divendres en caure un mur al nucli antic de la ciutat, "
        "segons la policia, que no en sap la causa."
    ),
    "vi": "Ba người đã thiệt mạng hôm thứ sáu khi một bức tường trong khu phố cổ bị sập, theo cảnh sát.",
    "sw": (
        "Watu watatu walikufa siku ya Ijumaa baada ya ukuta kuanguka katika mji wa kale, "
        "polisi walisema kwa waandishi wa habari."
    ),
    "tl": (
        "Tatlong tao ang namatay noong Biyernes nang gumuho ang isang pader sa lumang "
        "lungsod, ayon sa mga pulis na hindi alam ang dahilan."
    ),
    "so": (
        "Saddex qof ayaa ku dhimatay Jimcihii ka dib markii uu gidaar ku soo dumay magaalada, "
        "sida ay booliisku sheegeen oo waxaa la baarayaa."
    ),
    "ru": "Три человека погибли в пятницу, когда в старом городе обрушилась стена, сообщила полиция.",
    "uk": "Троє людей загинули у п'ятницю, коли в старому місті обвалилася стіна, повідомила поліція.",
    "bg": "Трима души загинаха в петък, когато в стария град се срути стена, съобщи полицията, а къщата е затворена.",
    "sr": "Троје људи је погинуло у петак када се у старом граду срушио зид, јавља полиција.",
    "ar": "قتل ثلاثة أشخاص يوم الجمعة عندما انهار جدار في المدينة القديمة، بحسب الشرطة",
    "fa": "سه نفر روز جمعه بر اثر فرو ریختن دیوار در شهر قدیم کشته شدند، پلیس گفت",
    "ur": "پرانے شہر میں دیوار گرنے سے تین افراد ہلاک ہو گئے، پولیس نے بتایا",
    "he": "שלושה בני אדם נהרגו ביום שישי כשקיר קרס בעיר העתיקה",
    "el": "Τρεις άνθρωποι σκοτώθηκαν την Παρασκευή όταν κατέρρευσε τοίχος",
    "zh": "周五老城一堵墙倒塌，造成三人死亡，警方说。",
    "ja": "金曜日に旧市街で壁が崩れ、三人が死亡したと警察が発表した。",
    "ko": "금요일 구시가지에서 벽이 무너져 세 명이 숨졌다고 경찰이 밝혔다.",
    "hi": "शुक्रवार को पुराने शहर में दीवार गिरने से तीन लोगों की मौत हो गई",
    "th": "มีผู้เสียชีวิตสามคนเมื่อวันศุกร์หลังจากกำแพงถล่ม",
    "ta": "வெள்ளிக்கிழமை சுவர் இடிந்து மூன்று பேர் உயிரிழந்தனர்",
    "am": "አርብ ዕለት ግድግዳ ወድቆ ሦስት ሰዎች ሞቱ",
}

ENGLISH = [
    "Three people were killed on Friday when a wall fell in the old town, the mayor said.",
    (
        "Juan Carlos de la Cruz, María del Carmen Ortega y Gasset and José Luis de los Santos "
        "were named by police in El Paso."
    ),
    (
        "At a rally in Las Cruces, Gov. Ana de la Vega told La Voz del Pueblo that no one "
        "from El Centro was hurt in the fire."
    ),
    "Van der Berg and de Vries met in Den Haag; die Welt said the two men were in talks over a dam on the Rhine.",
    "The sign read « Il est interdit de stationner dans la cour » , the reporter wrote from the scene of the fire.",
    "Put online: Friday, June 5, 2020 at 6:12 PM GMT, changed: Sunday, June 7, 2020 at 9:01 AM GMT, from the desk",
    "«Мы не виноваты», the mayor of Old Town said on Friday after the wall fell and killed three people in the market.",
]


@pytest.mark.parametrize("code", FOREIGN)
def test_one_sentence_tells_a_language_also_in_capitals(code: str) -> None:
    assert guess(FOREIGN[code]) == code
    assert guess(FOREIGN[code].upper()) == code


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names_or_quotations_is_english(text: str) -> None:
    assert guess(text) in ("en", "")
    assert guess(text.upper()) in ("en", "")
    assert guess(f"{text} The police said that they were looking for the owner of the house.") == "en"


@pytest.mark.parametrize(
    "text", ["", "12 dead", "FIRE KILLS 3", "Wall falls, three die", "3 4 5 6 7 8 9 10 11 12", "!?" * 50]
)
def test_too_little_is_no_evidence(text: str) -> None:
    assert guess(text) == ""


def test_a_quotation_in_another_script_does_not_outweigh_the_text() -> None:
    assert guess(f"{ENGLISH[0]} {FOREIGN['zh']} {ENGLISH[1]}") == "en"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("en", "en"),
        ("EN_us", "en"),
        ("English", "en"),
        ("eng", "en"),
        ("fr-CA", "fr"),
        ("German", "de"),
        ("nb", "no"),
        ("und", ""),
    ],
)
def test_a_stated_language_may_be_a_code_a_tag_or_a_name(given: str, code: str) -> None:
    assert stated(given) == code


def test_every_language_that_can_be_guessed_has_a_name() -> None:
    codes = {*FUNCTION_WORDS, *CODES.values(), *(code for _, _, code, _ in SCRIPTS)}
    codes |= {code for *_, others in SCRIPTS for _, code in others}
    assert codes <= set(NAMES)
    assert named("fr") == "French (fr)"
    assert named("xx") == "the language 'xx'"
