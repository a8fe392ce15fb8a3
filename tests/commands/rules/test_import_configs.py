"""`cleaner rules import`, and runs that use site configs of Full-Text RSS as they are."""

import tomllib
from pathlib import Path

import pytest
from command import RULE, Corpus

from cleaner import Cleaner
from cleaner.commands.rules import import_configs
from cleaner.rulefiles.packaged import packaged_site, packaged_site_heads
from cleaner.sites import Site

PRELOADED = import_configs  # so that processes forked from this one have it
CONFIG = "title: //h1\nbody: //article\nstrip_id_or_class: promo\n"
TOML = """\
# From example.com.txt, a site config of Full-Text RSS.
sites = ["example.com"]

[html]
content = [
    '//article',
]
drop = [
    '//*[contains(@class, "promo") or contains(@id, "promo")]',
]
"""
SENTENCE = "<p>The river rose by half a metre during the night, and the lower road was closed before the first bus.</p>"
PAGE = f"<html><body><article>{SENTENCE * 3}<p class='promo'>Buy now.</p></article></body></html>"


def test_one_config_is_printed_on_stdout(corpus: Corpus) -> None:
    corpus.write("example.com.txt", CONFIG)
    done = corpus.run("rules", "import", "example.com.txt")
    assert (done.returncode, done.stdout) == (0, TOML)
    assert done.stderr.endswith("1 site config: 1 rule file, no problems\n")
    assert corpus.names() == {"example.com.txt"}


def test_a_folder_of_configs_becomes_a_folder_of_rule_files(corpus: Corpus) -> None:
    corpus.write("configs/example.com.txt", CONFIG)
    corpus.write("configs/.example.org.txt", "strip: //aside")
    corpus.write("configs/www.example.net.txt", "strip: //aside")
    corpus.write("configs/title.example.txt", "title: //h1")
    corpus.write("configs/global.txt", "strip: //aside")
    done = corpus.run("rules", "import", "configs", "-o", "out/rules")
    assert done.returncode == 0, done.stdout
    assert {name for name in corpus.names() if name.startswith("out")} == {
        "out/rules/example.com.toml",
        "out/rules/example.org.toml",
        "out/rules/example.net.toml",
    }
    assert corpus.read("out/rules/example.com.toml") == TOML
    assert tomllib.loads(corpus.read("out/rules/example.org.toml"))["sites"] == ["example.org"]
    assert corpus.run("rules", "check", "out/rules").returncode == 0


def test_directives_that_are_left_out_are_counted_with_the_reason(corpus: Corpus) -> None:
    corpus.write("configs/example.com.txt", CONFIG + "strip: //p\nstrip: //p/text()\nboddy: //p\n")
    corpus.write("configs/global.txt", "strip: //aside\n")
    reasons = (
        "it selects text or attributes, and rule files select only elements (1)",
        "it applies to every site, an [html] table to one (1)",
    )
    table = [" ".join(line.split()) for line in corpus.run("rules", "import", "configs").stdout.splitlines()[1:]]
    assert table == [
        "directive found mapped left broken left because",
        f"strip 3 1 2 0 {'; '.join(reasons)}",
        "body 1 1 0 0",
        "strip_id_or_class 1 1 0 0",
        "(unknown) 1 0 0 1",
        "title 1 0 1 0 only the text is extracted",
        "all 7 3 3 1",
    ]
    assert corpus.names() == {"configs/example.com.txt", "configs/global.txt"}


# Name and content of a config, and a part of the message about it.
BROKEN = [
    ("example.com.txt", "body: //article\nstrp: //p", "configs/example.com.txt:2: unknown key 'strp'; did you mean"),
    ("example.com.txt", "strip: //p[", "configs/example.com.txt:1: strip: '//p[' is not XPath"),
    ("LICENSE.txt", "All free.", "configs/LICENSE.txt: its name is not that of a host"),
    (".blogspot.com.txt", "body: //p", "configs/.blogspot.com.txt: anyone can have a host under blogspot.com"),
    ("example.com.txt", b"body: //p[.='\xff']", "configs/example.com.txt: not UTF-8 at byte 13"),
    (
        ".kept.example.txt",
        "body: //p",
        "is for kept.example too, and a rule file covers a host and its subdomains; merge the two",
    ),
    (
        "www.kept.example.txt",
        "body: //p",
        "kept.example.txt is for kept.example too; merge the two",
    ),
]


@pytest.mark.parametrize(("name", "content", "said"), BROKEN)
def test_a_broken_config_is_named_and_the_others_are_written(
    corpus: Corpus, name: str, content: str | bytes, said: str
) -> None:
    corpus.write("configs/kept.example.txt", "body: //article")
    corpus.write(f"configs/{name}", content)
    done = corpus.run("rules", "import", "configs", "-o", "out")
    assert done.returncode == 1
    assert said in done.stdout
    assert tomllib.loads(corpus.read("out/kept.example.toml"))["html"] == {"content": ["//article"]}


def test_a_folder_of_other_files_says_so_twenty_times(corpus: Corpus) -> None:
    for number in range(50):
        corpus.write(f"wrong/note {number}.txt")
    done = corpus.run("rules", "import", "wrong")
    assert done.returncode == 1
    assert done.stdout.count("its name is not that of a host") == 20
    assert "30 more problems" in done.stdout


def test_an_invalid_selector_is_not_written(corpus: Corpus) -> None:
    corpus.write("example.com.txt", "strip: //p[\nstrip: //aside")
    assert tomllib.loads(corpus.run("rules", "import", "example.com.txt").stdout)["html"] == {"drop": ["//aside"]}


def test_only_force_replaces_a_rule_file(corpus: Corpus) -> None:
    corpus.write("configs/example.com.txt", CONFIG)
    corpus.write("configs/example.org.txt", CONFIG)
    corpus.write("out/example.org.toml", "mine = 1\n")
    done = corpus.run("rules", "import", "configs", "-o", "out")
    assert done.returncode == 2
    assert "out/example.org.toml already exists with other content, and nothing was written; use --force" in done.stderr
    assert corpus.read("out/example.org.toml") == "mine = 1\n"
    assert "out/example.com.toml" not in corpus.names()
    assert corpus.run("rules", "import", "configs", "-o", "out", "--force").returncode == 0
    assert corpus.run("rules", "import", "configs", "-o", "out").returncode == 0


@pytest.mark.parametrize("arguments", [["nowhere"], ["empty"], ["example.com.txt", "-o", "a.md"], []], ids=" ".join)
def test_usage_errors_exit_with_2(corpus: Corpus, arguments: list[str]) -> None:
    corpus.write("empty/a.md")
    corpus.write("a.md")
    corpus.write("example.com.txt", CONFIG)
    assert corpus.run("rules", "import", *arguments).returncode == 2


NO_RULES = '[tool.cleaner]\nignore = ["common/*"]\n'


@pytest.mark.slow
@pytest.mark.parametrize("rules", ["configs", "configs/example.com.txt"])
def test_a_run_uses_configs_as_they_are(corpus: Corpus, rules: str) -> None:
    corpus.write("pyproject.toml", NO_RULES)
    corpus.write("configs/example.com.txt", CONFIG + "boddy: //p\n")
    corpus.write("configs/example.org.txt", "boddy: //p\n")
    corpus.write("page.html", PAGE)
    plain = corpus.run("clean", "page.html", "--site", "example.net", "--rules", rules)
    assert plain.returncode == 0
    assert "Buy now." in corpus.read("page.html.clean.txt")
    assert "boddy" not in plain.stderr
    # In a process of its own: pytest takes what is logged in this one.
    done = corpus.start("clean", "page.html", "--site", "news.example.com", "--rules", rules, "--jobs", "1")
    stderr = done.communicate()[1].decode()
    assert done.returncode == 0
    assert "Buy now." not in corpus.read("page.html.clean.txt")
    assert stderr.count("configs/example.com.txt:4: unknown key 'boddy'; did you mean 'body'?") == 1
    assert "example.org" not in stderr


def test_a_run_uses_rule_files_and_configs_of_one_folder(corpus: Corpus) -> None:
    corpus.write("pyproject.toml", NO_RULES)
    corpus.write("both/example.com.txt", "strip: //p")
    corpus.write("both/example.com.toml", 'sites = ["example.com"]\n' + RULE)
    corpus.write("both/example.org.txt", CONFIG)
    corpus.write("both/notes.txt", "not a config")
    corpus.write("page.html", PAGE)
    corpus.run("clean", "page.html", "--site", "example.org", "--rules", "both")
    assert "Buy now." not in corpus.read("page.html.clean.txt")
    corpus.run("clean", "page.html", "--site", "example.com", "--rules", "both")
    assert "The river rose" in corpus.read("page.html.clean.txt")


def test_a_broken_rule_file_beside_configs_stops_the_run(corpus: Corpus) -> None:
    corpus.write("both/example.com.txt", "boddy: //p")
    corpus.write("both/x.toml", "[[rule")
    corpus.write("a.txt")
    assert corpus.run("clean", "a.txt", "--rules", "both").returncode == 2
    assert "a.clean.txt" not in corpus.names()


def test_a_file_not_named_for_a_host_is_not_a_config(corpus: Corpus) -> None:
    corpus.write("notes.txt", CONFIG)
    corpus.write("a.txt")
    done = corpus.run("clean", "a.txt", "--rules", "notes.txt")
    assert done.returncode == 2
    assert "the file name is not a host; name a site config after its host: example.com.txt" in done.stderr


@pytest.mark.parametrize("name", ["{}.txt", "{}.toml"])
def test_packaged_text_rules_stay_beside_an_html_part(tmp_path: Path, name: str) -> None:
    host = next(host for host, head in packaged_site_heads().items() if packaged_site(head.id).rules)
    packaged = packaged_site(packaged_site_heads()[host].id)
    content = CONFIG if name.endswith("txt") else TOML.replace("example.com", host)
    (tmp_path / name.format(host)).write_text(content, encoding="utf-8")
    file = Cleaner([tmp_path]).site_file(Site(host))
    assert file is not None
    assert (file.rules, file.detect, file.disable) == (packaged.rules, packaged.detect, packaged.disable)
    assert file.html.content == ("//article",)


def test_the_digest_depends_on_the_content_of_configs(tmp_path: Path) -> None:
    digests = set()
    for content in ("body: //p", "body: //div", "title: //h1"):
        (tmp_path / "example.com.txt").write_text(content, encoding="utf-8")
        digests.add(Cleaner([tmp_path]).rule_digest)
    assert len(digests) == 3


def test_a_config_for_a_public_suffix_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / ".blogspot.com.txt").write_text("strip: //p", encoding="utf-8")
    cleaner = Cleaner([tmp_path])
    assert cleaner.clean_html(PAGE, site="someone.blogspot.com").text.startswith("The river rose")
    cleaner.clean_html(PAGE, site="other.blogspot.com")
    assert [
        ".blogspot.com.txt: anyone can have a host under blogspot.com" in message for message in caplog.messages
    ] == [True]
