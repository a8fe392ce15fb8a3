"""Which rules run."""

import pytest

from cleaner.rules.rule import Family, Kind, Rule
from cleaner.rules.settings import Settings

RULE = Rule("common/en/see-also", Family.RELATED, Kind.LINE, ("See also.*",), "why")
MAIL = Rule("common/mail/quoted-line", Family.MAIL, Kind.LINE, (">.*",), "why")
OFF = Rule("common/en/see-also", Family.RELATED, Kind.LINE, ("See also.*",), "why", enabled=False)


@pytest.mark.parametrize(
    ("settings", "rule", "allowed"),
    [
        pytest.param(Settings(), RULE, True, id="default"),
        pytest.param(Settings(), OFF, False, id="not enabled"),
        pytest.param(Settings(select=("common/en/see-also",)), RULE, True, id="selected"),
        pytest.param(Settings(select=("common/*",)), RULE, True, id="selected by a glob"),
        pytest.param(Settings(select=("common/de/*", "common/en/*")), RULE, True, id="selected by one of two"),
        pytest.param(Settings(select=("see-also",)), RULE, False, id="name alone selects nothing"),
        pytest.param(Settings(select=("COMMON/EN/SEE-ALSO",)), RULE, False, id="ids have their case"),
        pytest.param(Settings(select=("common/en/see-also",)), OFF, True, id="selected though not enabled"),
        pytest.param(Settings(select=("common/de/*",)), OFF, False, id="another one selected"),
        pytest.param(Settings(ignore=("common/en/see-also",)), RULE, False, id="ignored"),
        pytest.param(Settings(ignore=("sites/*",)), RULE, True, id="another one ignored"),
        pytest.param(Settings(select=("common/*",), ignore=("*/see-also",)), RULE, False, id="selected and ignored"),
        pytest.param(Settings(keep_families=frozenset({Family.RELATED})), RULE, False, id="family kept"),
        pytest.param(Settings(keep_families=frozenset({Family.MEDIA})), RULE, True, id="another family kept"),
        pytest.param(
            Settings(select=("common/*",), keep_families=frozenset({Family.RELATED})),
            RULE,
            False,
            id="selected, family kept",
        ),
        pytest.param(Settings(), MAIL, False, id="opt-in family"),
        pytest.param(Settings(select=("mail",)), MAIL, True, id="opt-in family selected"),
        pytest.param(Settings(select=("book",)), MAIL, False, id="another opt-in family selected"),
        pytest.param(Settings(select=("common/mail/quoted-line",)), MAIL, True, id="id of an opt-in family"),
        pytest.param(Settings(select=("common/*",)), MAIL, False, id="a glob selects no opt-in family"),
        pytest.param(Settings(select=("mail", "common/de/*")), MAIL, True, id="opt-in family beside ids"),
        pytest.param(Settings(select=("mail",), ignore=("common/mail/*",)), MAIL, False, id="selected, ids ignored"),
        pytest.param(
            Settings(select=("mail",), keep_families=frozenset({Family.MAIL})), MAIL, False, id="selected and kept"
        ),
        pytest.param(Settings(select=("mail",)), RULE, True, id="an opt-in family runs beside all others"),
        pytest.param(Settings(select=("mail", "common/de/*")), RULE, False, id="and beside the ids that are selected"),
    ],
)
def test_allows(settings: Settings, rule: Rule, allowed: bool) -> None:
    assert settings.allows(rule) is allowed
