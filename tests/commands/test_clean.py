"""`cleaner clean`: what it writes, prints and leaves alone."""

import json
import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from command import CLEAN, ORIGINAL, RULE_ID, Corpus

PARAGRAPH = "<p>It rained a lot on that day, and the river rose by a metre.</p>"
PAGE = f"<html><body><article>{PARAGRAPH * 9}</article></body></html>"


def test_clean_text_is_written_next_to_each_original(corpus: Corpus) -> None:
    for name in ("a.txt", "b.text", "sub/c.md"):
        corpus.write(name)
    done = corpus.run("clean", ".")
    assert done.returncode == 0, done.stderr
    assert corpus.names() == {"a.txt", "a.clean.txt", "b.text", "b.clean.text", "sub/c.md", "sub/c.clean.md"}
    assert corpus.read("sub/c.clean.md") == CLEAN
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "3 documents: 3 changed, 0 unchanged, 0 failed, 0 suspicious, 0 empty",
        "clean files: 3 written",
        "31.4% of the text removed, most of it by:",
        f"         27 characters  {RULE_ID}",
    ]


def test_a_second_run_writes_nothing(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".")
    before = (corpus.folder / "a.clean.txt").stat()
    done = corpus.run("clean", ".")
    after = (corpus.folder / "a.clean.txt").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert "clean files: 1 current" in done.stderr


def test_the_text_of_a_page_is_written_next_to_it(corpus: Corpus) -> None:
    corpus.write("page.html", PAGE)
    done = corpus.run("clean", "page.html")
    assert done.returncode == 0, done.stderr
    assert "the river rose" in corpus.read("page.html.clean.txt")


def test_originals_never_change(corpus: Corpus) -> None:
    crlf, bom = ORIGINAL.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + ORIGINAL.encode()
    contents = [ORIGINAL.encode(), crlf, bom, b"\xff\x00" * 99, b"", b"x"]
    originals = {f"{n}.txt": corpus.write(f"{n}.txt", content) for n, content in enumerate(contents)}
    (corpus.folder / "9.clean.txt").symlink_to("1.txt")
    corpus.write("9.txt")
    before = {name: sha256(path.read_bytes()).digest() for name, path in originals.items()}
    for flags in ([], ["--marks"], ["--check"], ["--diff"], ["--out-dir", "."], ["--suffix", "", "--out-dir", "."]):
        corpus.run("clean", ".", *flags)
    assert {name: sha256(path.read_bytes()).digest() for name, path in originals.items()} == before


def test_the_encoding_of_the_output_is_utf8_without_bom(corpus: Corpus) -> None:
    corpus.write("a.txt", "\ufeffWörter.\r\n".encode("utf-16-le"))
    corpus.run("clean", "a.txt")
    assert (corpus.folder / "a.clean.txt").read_bytes() == "Wörter.\r\n".encode()


def test_a_guessed_encoding_is_said(corpus: Corpus) -> None:
    corpus.write("a.txt", "A kikötő külső csatornáját őszig mélyítik.\n".encode("cp1250"))
    page = "<html><body><article><h1>Rinne</h1><p>Die Fähren müssen während der Arbeiten ausweichen.</p></article>"
    corpus.write("b.html", page.encode("cp1252"))
    said = "encodings guessed: 1 document read as windows-1250, 1 document read as windows-1252; --encoding"
    assert said in corpus.run("clean", "a.txt", "b.html").stderr
    assert said in corpus.run("check", "a.txt", "b.html").stderr
    assert "encoding: windows-1252 (guessed)" in corpus.run("explain", "b.html").stdout
    assert "encoding" not in corpus.run("explain", "a.clean.txt").stdout


def test_a_given_encoding_is_used(corpus: Corpus) -> None:
    corpus.write("a.txt", "Слово.\n".encode("cp1251"))
    corpus.run("clean", "a.txt", "--encoding", "cp1251")
    assert corpus.read("a.clean.txt") == "Слово.\n"


def test_check_finds_what_is_missing_or_stale_and_writes_nothing(corpus: Corpus) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        corpus.write(name)
    corpus.write("b.clean.txt", "Old.\n")
    corpus.write("c.clean.txt", CLEAN)
    done = corpus.run("clean", ".", "--check")
    assert done.returncode == 1
    assert done.stdout == "a.clean.txt: missing\nb.clean.txt: stale\n"
    assert corpus.names() == {"a.txt", "b.txt", "c.txt", "b.clean.txt", "c.clean.txt"}
    assert corpus.read("b.clean.txt") == "Old.\n"
    corpus.run("clean", ".", "--force")
    assert corpus.run("clean", ".", "--check").returncode == 0


def test_check_covers_marks_files(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".")
    assert corpus.run("clean", ".", "--check", "--marks").stdout == "a.clean.json: missing\n"


def test_diff_shows_what_is_removed_and_writes_nothing(corpus: Corpus) -> None:
    corpus.write("a.txt")
    done = corpus.run("clean", ".", "--diff")
    assert done.returncode == 0
    assert done.stdout == ("--- a.txt\n+++ a.clean.txt\n@@ -1,5 +1,3 @@\n It rained.\n \n-See: snow\n-\n It was wet.\n")
    assert corpus.names() == {"a.txt"}
    assert "\x1b[31m-See: snow\x1b[0m" in corpus.run("clean", ".", "--diff", FORCE_COLOR="1").stdout


def test_standard_input_goes_to_standard_output(corpus: Corpus) -> None:
    done = corpus.run("clean", "-", "--url", "https://example.com/x", data=ORIGINAL.encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, "")


def test_standard_input_may_be_a_page(corpus: Corpus) -> None:
    done = corpus.run("clean", "-", "--html", data=PAGE.encode())
    assert done.returncode == 0
    assert done.stdout.startswith("It rained a lot")


def test_standard_input_can_be_checked(corpus: Corpus) -> None:
    assert corpus.run("clean", "-", "--check", data=ORIGINAL.encode()).returncode == 1
    assert corpus.run("clean", "-", "--check", data=CLEAN.encode()).returncode == 0


def test_the_summary_as_json_is_all_of_stdout(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.write("bad.txt", b"\x00\x01\x02" * 99)
    done = corpus.run("clean", ".", "--json")
    content = json.loads(done.stdout)
    assert done.returncode == 1
    assert (content["documents"], content["changed"], content["failed"]) == (2, 1, 1)
    assert content["rules"] == {RULE_ID: 9}
    assert list(content["failures"]) == ["bad.txt"]


def test_quiet_prints_only_what_went_wrong(corpus: Corpus) -> None:
    corpus.write("a.txt")
    assert corpus.run("clean", ".", "--quiet").stderr == ""
    corpus.write("bad.txt", b"\x00\x01\x02" * 99)
    done = corpus.run("clean", ".", "--quiet")
    assert done.returncode == 1
    assert done.stderr.startswith("bad.txt: failed: binary: ")


LANGUAGE = "language unknown (too few function words), English on some lines"


def test_verbose_names_every_document(corpus: Corpus) -> None:
    corpus.write("a.txt")
    line = corpus.run("clean", ".", "--verbose").stderr.splitlines()[0]
    assert line == f"a.txt: written, 11 of 35 characters removed, {LANGUAGE}, unknown site (nothing names a site)"


def test_output_does_not_depend_on_jobs(corpus: Corpus) -> None:
    for number in range(40):
        corpus.write(f"{number % 7}/{number}.txt", ORIGINAL * (number % 5))
    corpus.write("bad.txt", b"\x00\x01\x02" * 99)
    runs = [corpus.run("clean", ".", "--diff", "-v", "--jobs", jobs) for jobs in ("1", "4")]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stderr == runs[1].stderr


def test_the_tree_is_mirrored_below_the_output_folder(corpus: Corpus) -> None:
    corpus.write("texts/x/a.txt")
    corpus.write("more/b.txt")
    corpus.run("clean", "texts", "--out-dir", "out")
    assert "out/x/a.clean.txt" in corpus.names()
    corpus.run("clean", "texts", "more", "--out-dir", "both")
    assert {"both/texts/x/a.clean.txt", "both/more/b.clean.txt"} <= corpus.names()


def test_two_documents_with_one_output_both_fail(corpus: Corpus) -> None:
    corpus.write("a")
    corpus.write("a.txt")
    done = corpus.run("clean", "a", "a.txt")
    assert done.returncode == 1
    assert done.stderr.count("failed: collision") == 2
    assert corpus.names() == {"a", "a.txt"}


def test_a_changed_original_is_cleaned_again(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".")
    corpus.write("a.txt", "Another text.\n")
    corpus.run("clean", ".")
    assert corpus.read("a.clean.txt") == "Another text.\n"


def test_a_hook_fails_when_a_file_was_written(corpus: Corpus) -> None:
    corpus.write("a.txt")
    done = corpus.run("clean", "a.txt", "--exit-non-zero-on-write", "--quiet")
    assert done.returncode == 1
    assert done.stderr == "wrote a.clean.txt\nclean files were written: `git add` them and commit again\n"
    assert corpus.run("clean", "a.txt", "--exit-non-zero-on-write").returncode == 0


@pytest.mark.parametrize("name", ["with space.txt", "two\nlines.txt", os.fsdecode(b"not-utf8-\xff.txt"), "-dash.txt"])
def test_names_of_any_kind(corpus: Corpus, name: str) -> None:
    corpus.write(name)
    assert corpus.run("clean", ".").returncode == 0
    assert corpus.read(name.removesuffix(".txt") + ".clean.txt") == CLEAN
    assert corpus.run("check", f"./{name}").stdout.startswith(name.replace("\n", "\\n"))


def test_a_name_too_long_for_its_clean_file_fails_alone(corpus: Corpus) -> None:
    corpus.write("x" * 251 + ".txt")
    corpus.write("a.txt")
    done = corpus.run("clean", ".")
    assert done.returncode == 1
    assert "File name too long" in done.stderr
    assert "a.clean.txt" in corpus.names()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_a_clear_error(corpus: Corpus) -> None:
    corpus.write("locked/a.txt")
    corpus.write("b.txt")
    (corpus.folder / "locked").chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = corpus.run("clean", ".")
    (corpus.folder / "locked").chmod(stat.S_IRWXU)
    assert done.returncode == 1
    assert "locked/a.txt: failed: unwritable: cannot write locked/a.clean.txt: Permission denied" in done.stderr
    assert corpus.read("b.clean.txt") == CLEAN


def test_a_document_that_is_too_large_fails(corpus: Corpus) -> None:
    corpus.write("a.txt")
    done = corpus.run("clean", "a.txt", "--max-bytes", "10")
    assert done.returncode == 1
    assert "a.txt: failed: too-large: more than 10 bytes; --max-bytes raises the limit" in done.stderr


# Clues to the site of texts/a.txt, strongest first: flags, other files, and what --verbose prints.
SITES: list[tuple[list[str], dict[str, str], str]] = [
    (["--site", "one.example"], {}, "one.example (--site)"),
    (["--url", "https://two.example/x"], {}, "two.example (the document's url)"),
    ([], {"texts/a.json": '{"url": "https://three.example/x"}'}, "three.example (the document's url)"),
    ([], {"texts/a.json": '{"source": "https://four.example/x"}'}, "four.example (the document's url)"),
    ([], {"texts/a.json": '{"source": "A paper"}'}, "unknown site (nothing names a site)"),
    ([], {"texts/a.json": "["}, "unknown site (nothing names a site)"),
    ([], {"texts/a.json": "[" * 100_000}, "unknown site (nothing names a site)"),
]


@pytest.mark.parametrize(("flags", "files", "said"), SITES)
def test_clues_to_the_site(corpus: Corpus, flags: list[str], files: dict[str, str], said: str) -> None:
    corpus.write("texts/a.txt")
    for name, content in files.items():
        corpus.write(name, content)
    assert corpus.run("clean", "texts", "-v", *flags).stderr.splitlines()[0].endswith(said)


def test_a_glob_can_name_the_site(corpus: Corpus) -> None:
    corpus.configure('paths = { "texts/*.txt" = "five.example" }\n')
    corpus.write("texts/a.txt")
    assert "five.example ([tool.cleaner.paths])" in corpus.run("clean", "texts", "-v").stderr


def test_a_folder_can_name_the_site(corpus: Corpus) -> None:
    corpus.write("own/site.toml", 'sites = ["six.example"]\n' + corpus.read("own/rules.toml"))
    corpus.write("pyproject.toml", '[tool.cleaner]\nignore = ["common/*"]\n')
    corpus.write("six.example/a.txt")
    done = corpus.run("clean", "six.example", "-v", "--rules", "own/site.toml")
    assert "six.example (the folder six.example)" in done.stderr


def test_records_are_named_and_not_cleaned(corpus: Corpus) -> None:
    rows = "day,place,height\n" + "Monday,Saltby,3.5\n" * 6
    corpus.write("prices.csv", rows)
    corpus.write("prices.txt", rows)
    corpus.write("posts.txt", '{"text": "It rained."}\n' * 3)
    corpus.write("a.txt")
    done = corpus.run("clean", ".")
    assert done.returncode == 0, done.stderr
    assert corpus.names() == {"a.txt", "a.clean.txt", "prices.csv", "prices.txt", "posts.txt"}
    advice = "not cleaned; take the texts out of the records and clean those"
    assert f"posts.txt: suspicious: 3 lines of JSON Lines, {advice}" in done.stderr
    assert f"prices.txt: suspicious: 7 lines of CSV, {advice}" in done.stderr
    assert "clean files: 1 written, 2 refused" in done.stderr


@pytest.mark.parametrize("name", ["rows.xlsx", "rows.JSON", "page.pdf", "feed.xml"])
def test_a_named_file_that_is_no_text_fails_and_the_rest_goes_on(corpus: Corpus, name: str) -> None:
    corpus.write(name, "day,place\nMonday,Saltby\n")
    corpus.write("a.txt")
    done = corpus.run("clean", "a.txt", name)
    assert done.returncode == 1
    assert f"{name}: failed: not-text: a {Path(name).suffix.lower()} file holds" in done.stderr
    assert corpus.names() == {"a.txt", "a.clean.txt", name}


def test_a_page_on_standard_input_is_read_as_one_and_said_to_be(corpus: Corpus) -> None:
    done = corpus.run("clean", "-", data=b"\xef\xbb\xbf<!-- saved -->\n<!DOCTYPE html>" + PAGE.encode())
    assert "<p>" not in done.stdout
    assert "It rained a lot" in done.stdout
    assert "begins as a page" in done.stderr
    text = "How to write <html> by hand.\n"
    assert corpus.run("clean", "-", data=text.encode()).stdout == text


def test_a_page_on_standard_input_may_be_in_utf16(corpus: Corpus) -> None:
    done = corpus.run("clean", "-", data=f"\ufeff{PAGE}".encode("utf-16-le"))
    assert "<p>" not in done.stdout
    assert "begins as a page" in done.stderr


@pytest.mark.parametrize("start", ["\n" * 5000, "<!-- a -->" * 500, "<!--" * 1000, "\n<?xml ?>" * 500])
def test_a_text_on_standard_input_is_told_from_a_page_in_linear_time(corpus: Corpus, start: str) -> None:
    assert "It rained." in corpus.run("clean", "-", data=f"{start}\n{ORIGINAL}".encode()).stdout


@pytest.mark.parametrize("extension", ["xhtml", "xht"])
def test_xhtml_is_a_page(corpus: Corpus, extension: str) -> None:
    corpus.write(f"a.{extension}", '<?xml version="1.0"?>\n<!DOCTYPE html>' + PAGE)
    assert corpus.run("clean", ".").returncode == 0
    assert "<p>" not in corpus.read(f"a.{extension}.clean.txt")


# Files beside a text, and what is said of them; nothing where they are right or tell nothing.
SIDECARS = [
    ('{"url": "https://six.example/1"}', ""),
    ('{"url": "", "source": null, "title": "Rain"}', ""),
    ("[1, 2]", ""),
    ("{", "a.json is not JSON"),
    ("[" * 100_000, "a.json is not JSON"),
    ('{"url": 7}', "url in a.json: not a web address"),
    ('{"url": "\\ud800.example"}', "url in a.json: not a web address"),
]


@pytest.mark.parametrize(("sidecar", "said"), SIDECARS)
def test_a_broken_file_beside_a_text_is_said(corpus: Corpus, sidecar: str, said: str) -> None:
    corpus.write("a.txt")
    corpus.write("a.json", sidecar)
    done = corpus.run("clean", "a.txt")
    assert done.returncode == 0
    assert corpus.read("a.clean.txt") == CLEAN
    assert said in done.stderr if said else "a.json" not in done.stderr


def test_records_on_standard_input_are_printed_as_they_are(corpus: Corpus) -> None:
    rows = '{"text": "It rained."}\n' * 3
    done = corpus.run("clean", "-", data=rows.encode())
    assert (done.returncode, done.stdout) == (0, rows)
