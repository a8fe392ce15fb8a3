"""Which site a document is from, and which clue decides it."""

import pytest

from cleaner.sites import UNKNOWN, Clues, Site, covering, decide, host_of


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("example.com", "example.com"),
        ("  example.com\n", "example.com"),
        ("EXAMPLE.com", "example.com"),
        ("www.example.com", "example.com"),
        ("news.example.com", "news.example.com"),
        ("example.com.", "example.com"),
        ("example.com:8080", "example.com"),
        ("example.com/story", "example.com"),
        ("example.com/a//b", "example.com"),
        ("example.com/?next=http://other.org/", "example.com"),
        ("https://www.example.com/story?a=b#c", "example.com"),
        ("https://user:password@example.com/", "example.com"),
        ("//example.com/story", "example.com"),
        ("HTTPS://example.com", "example.com"),
        ("http://192.0.2.7/", "192.0.2.7"),
        ("münchen.example", "münchen.example"),
        ("", None),
        ("localhost", None),
        ("not a host", None),
        ("two words.com", None),
        ("http://[broken/", None),
        ("mailto:someone", None),
        ("/folder/file.txt", None),
        ("a\\b.com", None),
    ],
)
def test_host_of(address: str, host: str | None) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("host", "nearest"),
    [
        ("example.com", "example.com"),
        ("news.example.com", "example.com"),
        ("a.b.sport.example.com", "sport.example.com"),
        ("badexample.com", None),
        ("com", None),
        ("", None),
    ],
)
def test_covering(host: str, nearest: str | None) -> None:
    assert covering(host, {"example.com": 1, "sport.example.com": 2}) == nearest


HOSTS = {"near.com": 1, "far.com": 2}
# Every clue, strongest first, and the site that it decides.
CLUES = {
    "site": ("site.com", Site("site.com", "--site")),
    "url": ("https://url.com/x", Site("url.com", "the document's url")),
    "page_url": ("https://page.com/y", Site("page.com", "the page's own address")),
    "folders": (("near.com", "far.com"), Site("near.com", "the folder near.com")),
    "glob_site": ("glob.com", Site("glob.com", "[tool.cleaner.paths]")),
}


@pytest.mark.parametrize("strongest", CLUES)
def test_strongest_clue_decides(strongest: str) -> None:
    fields = list(CLUES)[list(CLUES).index(strongest) :]
    clues = Clues(**{field: CLUES[field][0] for field in fields})  # type: ignore[arg-type]
    assert decide(clues, HOSTS, lambda: ["sign.com"]) == CLUES[strongest][1]


@pytest.mark.parametrize(
    ("clues", "detected", "site"),
    [
        pytest.param(Clues(), [], UNKNOWN, id="nothing"),
        pytest.param(Clues(), ["sign.com"], Site("sign.com", "signs in the text"), id="signs of one site"),
        pytest.param(Clues(), ["sign.com", "sign.com"], Site("sign.com", "signs in the text"), id="twice the same"),
        pytest.param(Clues(), ["sign.com", "other.com"], UNKNOWN, id="signs of two sites"),
        pytest.param(Clues(site="nonsense", url="https://url.com"), [], CLUES["url"][1], id="site is no host"),
        pytest.param(Clues(url="about:blank", page_url="https://page.com"), [], CLUES["page_url"][1], id="no host"),
        pytest.param(Clues(folders=("v1.2", "near.com")), [], CLUES["folders"][1], id="folder with a dot"),
        pytest.param(Clues(folders=("a.far.com",)), [], Site("a.far.com", "the folder a.far.com"), id="subdomain"),
        pytest.param(Clues(folders=("other.com",)), [], UNKNOWN, id="folder that no rule file covers"),
        pytest.param(Clues(glob_site="nonsense"), [], UNKNOWN, id="glob gives no host"),
    ],
)
def test_which_clue_decides(clues: Clues, detected: list[str], site: Site) -> None:
    assert decide(clues, HOSTS, lambda: detected) == site


def test_text_is_not_searched_for_signs_if_another_clue_decides() -> None:
    def search() -> list[str]:
        raise AssertionError

    assert decide(Clues(url="https://url.com/x"), HOSTS, search).host == "url.com"
