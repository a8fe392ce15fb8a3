"""What goes within a long line, and what stays.

In the texts, what is to go stands between ‹ and ›.
"""

import re
import time

import pytest

from cleaner import Cleaner
from cleaner.rules.long_lines import LongLineMatcher
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.document import Document
from cleaner.text.zones import Where

PROSE = (
    "The lock at Venmouth was shut on Friday, because its lower gate no longer closes. Barges lay in a row as far as "
    "the bend, and their skippers cooked on the tow path. The keeper says that the hinge was ordered two years ago. "
    "It has been on its way from the foundry since the spring, and nobody there answers his letters."
)
MORE = "The county wants to pay for a second gate, so that this does not happen again next summer."
RESIDUE = [
    f"‹Home News Sport Log in› {PROSE} {MORE}",
    f"‹Skip to main content› {PROSE} {MORE}",
    f"{PROSE} ‹Read more: How the canal was dug in one winter.› {MORE}",
    f"{PROSE} ‹Advertisement› {MORE}",
    f"{PROSE} {MORE} ‹Share this article Facebook Twitter Email Related stories Gate stuck again Mill sold›",
    (
        f"{PROSE} {MORE} "
        "‹Sign up for our newsletter to get the latest news. © 2021 Venmouth Herald. All rights reserved.›"
    ),
    (
        "Die Schleuse in Venmünde blieb am Freitag zu, weil ihr unteres Tor nicht mehr schließt. "
        "Die Kähne lagen in einer "
        "Reihe bis zur Biegung, und die Schiffer kochten am Ufer. ‹Lesen Sie auch: Wie der Kanal "
        "gegraben wurde.› Der Wärter "
        "sagt, dass die neue Angel vor zwei Jahren bestellt wurde und seit dem Frühling unterwegs "
        "ist. ‹Alle Rechte vorbehalten.›"
    ),
    (
        "L'écluse de Venbouche est restée fermée vendredi, parce que sa porte d'aval ne se ferme plus. Les péniches "
        "attendaient en file jusqu'au coude, et les mariniers cuisinaient sur la berge. ‹Lire aussi "
        ": Comment le canal fut "
        "creusé en un hiver.› L'éclusier dit que le gond a été commandé il y a deux ans. ‹Tous droits réservés.›"
    ),
    (
        "La esclusa de Venboca quedó cerrada el viernes porque su compuerta de abajo ya no cierra. "
        "Las barcazas esperaban en "
        "fila hasta la curva, y los patrones cocinaban en la orilla. ‹Lea también: Cómo se cavó el "
        "canal en un invierno.› El "
        "guarda dice que la bisagra se encargó hace dos años y que nadie contesta. ‹Todos los derechos reservados.›"
    ),
    (
        "Śluza w Wenujściu była w piątek zamknięta, bo jej dolne wrota już się nie domykają. Barki "
        "stały w rzędzie aż do "
        "zakrętu, a szyprowie gotowali na brzegu. ‹Czytaj także: Jak wykopano kanał w jedną zimę.› "
        "Dozorca mówi, że zawias "
        "zamówiono dwa lata temu i że nikt mu nie odpowiada na listy. ‹Wszelkie prawa zastrzeżone.›"
    ),
    (
        "Шлюз в Венске в пятницу не работал, потому что его нижние ворота больше не закрываются. "
        "Баржи стояли в ряд до самого "
        "поворота, а шкиперы готовили обед на берегу. ‹Читайте также: Как канал вырыли за одну "
        "зиму.› Смотритель говорит, что "
        "петлю заказали два года назад и что на письма ему никто не отвечает. ‹Все права защищены.›"
    ),
    (
        "金曜日、下流側の扉が閉まらなくなり、水門は一日じゅう使えなかった。船は曲がり角まで列をつくり、船頭たちは岸で食事を作った。番人によれば、"
        "新しい蝶番は二年前に注文したという。春からずっと運ばれている途中だが、手紙を書いても返事は来ないそうだ。県は二つ目の扉を作る費用を出す"
        "つもりで、来年の夏には間に合わせたいと話している。 ‹関連記事 運河の歴史 無断転載を禁じます。›"
    ),
]
TRUE = [
    "She asked them to share this article with their neighbours, and they did so at once, all along the quay.",
    "All rights reserved for the fishermen were sold in 1911. Read more books than papers, said the teacher.",
    "See: Smith 2004. See also Table 3 and the notes of the keeper. Related: they are cousins.",
    "Follow us, he cried, and they followed him down to the boats. Save me, my God! Share and share alike.",
    "Sign up for the course at the town hall before Friday. Subscribe to nothing, said the old man.",
    "Email alerts went out as the gate failed. Facebook users knew of it before the keeper did.",
    "The News of the mill came late. Home is where the barge lies. Sport was forbidden on Sundays.",
    "“Advertisement is half of trade,” the miller used to say. Print was too dear for him. Listen to the wind.",
    "Der Wärter bat sie, den Artikel zu teilen. Alle Rechte am Fisch hat das Dorf. Lesen Sie, rief er, und sie lasen.",
    "Il leur a dit de lire aussi les lettres. Tous droits payés, il ne resta rien. Partager le pain est un devoir.",
    "Lea despacio, le dijo. Todos los derechos del puerto son del pueblo. Compartir es de amigos.",
    "Читайте вслух, сказала она. Все права у деревни, а у него лодка. Подписка кончилась в мае.",
]


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.mark.parametrize("marked", RESIDUE)
def test_residue_in_one_line_goes(cleaner: Cleaner, marked: str) -> None:
    text = re.sub("[‹›]", "", marked)
    expected = " ".join(re.sub("‹[^›]*›", "", marked).split())
    result = cleaner.clean(text)
    assert result.text == expected
    assert cleaner.clean(result.text).text == expected


@pytest.mark.parametrize("sentences", TRUE)
def test_prose_in_one_line_stays(cleaner: Cleaner, sentences: str) -> None:
    for text in (f"{PROSE} {sentences} {MORE}", f"{sentences} {PROSE}"):
        assert cleaner.clean(text).text == text


def test_the_mark_is_on_the_part(cleaner: Cleaner) -> None:
    part = "Read more: How the canal was dug in one winter."
    text = f"{PROSE} {part} {MORE}"
    [mark] = cleaner.clean(text).marks
    assert text[mark.start : mark.end] == part


def found(text: str, pattern: str, where: Where = Where.ANYWHERE) -> list[str]:
    rule = Rule("r", Family.RELATED, Kind.LINE, (pattern,), "why", where)
    return [text[hit.start : hit.end] for hit in LongLineMatcher([rule]).hits(Document(text), set())]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"Read on here\.?", f"{PROSE} Read on here. {MORE}", ["Read on here."]),
        ("Read on here", f"{PROSE} Read on here {MORE}", ["Read on here"]),
        ("Read on here", f"{PROSE} Read on here and there. {MORE}", []),
        ("Read on here", f"{PROSE} They read on here. {MORE}", []),
        ("Read on", f"{PROSE} Read on {MORE}", []),
        ("Our tip: .+", f"{PROSE} Our tip: The oldest mill. {MORE}", ["Our tip: The oldest mill."]),
        ("Our tip: .+", f"{PROSE} Our tip: the oldest mill. {MORE}", []),
        ("Our tip: .+", f"{PROSE} Our tip: The oldest mill {MORE}", []),
        ("See: .+", f"{PROSE} See: The oldest mill. {MORE}", []),
        ("(?:Note|Our tips here): .+", f"{PROSE} Our tips here: The mill. {MORE}", ["Our tips here: The mill."]),
    ],
)
def test_only_strong_matches_count(pattern: str, text: str, expected: list[str]) -> None:
    assert found(text, pattern) == expected


@pytest.mark.parametrize(
    ("where", "text", "matches"),
    [
        (Where.TOP, f"Read on here {PROSE}", True),
        (Where.TOP, f"{PROSE} Read on here", False),
        (Where.BOTTOM, f"{PROSE} Read on here", True),
        (Where.BOTTOM, f"{PROSE} Read on here {MORE}", False),
        (Where.OUTSIDE, f"{PROSE} Read on here {MORE}", False),
        (Where.BOTTOM, f"{PROSE} Read on here\n\n{PROSE}", False),
        (Where.BOTTOM, f"{PROSE}\n\n{PROSE} Read on here", True),
    ],
)
def test_zones_reach_into_a_line_up_to_its_prose(where: Where, text: str, *, matches: bool) -> None:
    assert found(text, "Read on here", where) == (["Read on here"] if matches else [])


def test_a_short_line_has_no_parts() -> None:
    assert found("The mill is shut. Read on here. It was sold.", "Read on here") == []


def test_a_heading_takes_the_end_of_the_line() -> None:
    rule = Rule("r", Family.RELATED, Kind.AFTER, ("More stories",), "why", Where.BOTTOM)
    text = f"{PROSE} More stories Mill sold Gate stuck"
    [hit] = LongLineMatcher([rule]).hits(Document(text), set())
    assert text[hit.start : hit.end] == "More stories Mill sold Gate stuck"


def test_time_grows_with_the_line_and_not_with_its_square(cleaner: Cleaner) -> None:
    def seconds(times: int) -> float:
        text = f"{PROSE} Read more: How the canal was dug in one winter. {MORE} " * times
        start = time.process_time()
        cleaner.clean(text)
        return time.process_time() - start

    seconds(10)
    assert seconds(600) < 12 * seconds(150)
