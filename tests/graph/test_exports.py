"""References and claims as files, read back by the programs' own readers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from graph.authors import Body, Person, take_apart
from graph.content import Mechanism
from graph.exports import EXPORTS, bibtex, claims_csv, references_csv, ris
from graph.exports.bibtex import latex
from graph.records import Reference
from graph.vocabulary import Level, ReferenceKind
from tests.graph.readers import read_bibtex, read_csv, read_ris

NASTY = (
    "50% & #1 of $5: a_b ~ ^ \\ <p> 2^3",
    "Müller, Łukasz, Ñandú, Çelik, Ångström, Šimić, Óscar, Weiß, Fogaça",
    "an open { and two closed }}",
    "α-synuclein ≥ β",
    "@article{key, title = {nothing}",
    "日本 and nothing else",
)


@pytest.fixture(scope="module")
def bib(content: Mechanism) -> dict[str, dict[str, Any]]:
    return read_bibtex(bibtex(content, list(content.references)))


@pytest.fixture(scope="module")
def refs(content: Mechanism) -> dict[str, dict[str, Any]]:
    return read_ris(ris(content, list(content.references)))


@pytest.fixture(scope="module")
def rows(content: Mechanism) -> dict[str, dict[str, str]]:
    return read_csv(references_csv(content, list(content.references)))


def changed(content: Mechanism, id_: str, **fields: Any) -> Mechanism:
    """The content with one reference changed."""
    new = content.references[id_].model_copy(update=fields)
    return replace(content, references={**content.references, id_: new})


def shown_title(reference: Reference) -> str | None:
    return reference.title if reference.verified.title else None


def expected_names(reference: Reference) -> list[str]:
    """The names as the content writes them, without what is no name."""
    bare = [re.sub(r" ?\(.*\)", "", author) for author in reference.authors]
    return [author for author in bare if author and author != "et al." and not author.startswith("...")]


@pytest.mark.parametrize(
    ("listed", "named", "more"),
    [
        (("Abbar M", "El-Hage W", "et al."), (Person("Abbar", "M"), Person("El-Hage", "W")), True),
        (("van de Loo AJAE",), (Person("van de Loo", "AJAE"),), False),
        (("Zarate CA Jr",), (Person("Zarate", "CA", "Jr"),), False),
        (("University of Otago",), (Body("University of Otago"),), False),
        (("Par Pharmaceutical / US FDA",), (Body("Par Pharmaceutical / US FDA"),), False),
        (("US FDA",), (Body("US FDA"),), False),
        (("O'Dowd G", "Schiöth HÅ"), (Person("O'Dowd", "G"), Person("Schiöth", "HÅ")), False),
    ],
    ids=str,
)
def test_people_and_bodies_are_told_apart(
    listed: tuple[str, ...], named: tuple[Person | Body, ...], more: bool
) -> None:
    authors = take_apart(listed)
    assert (authors.named, authors.more, authors.remarks) == (named, more, ())


@pytest.mark.parametrize(
    ("listed", "named", "more", "remarks"),
    [
        (("(authors not seen)",), (), False, ("(authors not seen)",)),
        (("Nugent AC", "et al. (from memory)"), (Person("Nugent", "AC"),), True, ("et al. (from memory)",)),
        (
            ("Ren Z", "... Luscher B (authors from memory)"),
            (Person("Ren", "Z"),),
            True,
            ("... Luscher B (authors from memory)",),
        ),
    ],
    ids=str,
)
def test_a_remark_on_the_authors_is_kept(
    listed: tuple[str, ...], named: tuple[Person | Body, ...], more: bool, remarks: tuple[str, ...]
) -> None:
    authors = take_apart(listed)
    assert (authors.named, authors.more, authors.remarks) == (named, more, remarks)


def test_bibtex_gives_back_every_reference(content: Mechanism, bib: dict[str, dict[str, Any]]) -> None:
    assert list(bib) == list(content.references)
    for id_, reference in content.references.items():
        entry = bib[id_]
        assert entry["year"] == str(reference.year)
        assert entry.get("title") == shown_title(reference)
        assert entry["journal" if entry["type"] == "article" else "howpublished"] == reference.journal
        assert entry.get("doi") == (reference.doi if reference.url else None)
        assert entry.get("url") == reference.url
        assert entry.get("pmid") == reference.pmid
        volume, number = entry.get("volume"), entry.get("number")
        number = number.replace("–", "-").replace("--", "-") if number else None
        assert (f"{volume}({number})" if number else volume) == reference.volume
        pages = entry.get("pages")
        assert (pages.replace("–", "-").replace("--", "-") if pages else None) == reference.pages


def test_bibtex_gives_back_every_author(content: Mechanism, bib: dict[str, dict[str, Any]]) -> None:
    for id_, reference in content.references.items():
        found = []
        for name in bib[id_].get("author", []):
            initials = "".join(name.first).replace(".", "").replace(" ", "")
            found.append(" ".join([*name.von, *name.last, *([initials] if initials else []), *name.jr]))
        more = found[-1:] == ["others"]
        assert found[: len(found) - more] == expected_names(reference), id_
        assert more == any(author.startswith(("et al.", "...")) for author in reference.authors), id_


def test_ris_gives_back_every_reference(content: Mechanism, refs: dict[str, dict[str, Any]]) -> None:
    assert list(refs) == list(content.references)
    for id_, reference in content.references.items():
        entry = refs[id_]
        assert entry["year"] == str(reference.year)
        assert entry.get("title") == shown_title(reference)
        assert entry["secondary_title"] == reference.journal
        assert entry.get("doi") == (reference.doi if reference.url else None)
        assert entry.get("urls", []) == ([reference.url] if reference.url else [])
        assert entry.get("accession_number") == reference.pmid
        volume, issue = entry.get("volume"), entry.get("number")
        assert (f"{volume}({issue})" if issue else volume) == reference.volume
        pages = "-".join(page for page in (entry.get("start_page"), entry.get("end_page")) if page)
        assert pages == (reference.pages or "")


def test_ris_gives_back_every_author(content: Mechanism, refs: dict[str, dict[str, Any]]) -> None:
    for id_, reference in content.references.items():
        authors = refs[id_].get("authors", [])
        assert [author.replace(", ", " ") for author in authors] == expected_names(reference), id_
        assert not any("et al" in author for author in authors)
        people = [one for one in take_apart(reference.authors).named if isinstance(one, Person)]
        assert sum("," in author for author in authors) == len(people)


def test_ris_lines_have_the_form_that_managers_expect(content: Mechanism) -> None:
    text = ris(content, list(content.references))
    assert "AU  - Abbar, M\r\n" in text
    assert "AU  - Zarate, CA, Jr\r\n" in text
    for line in text.removesuffix("\r\n").split("\r\n"):
        assert not line or re.match(r"[A-Z][A-Z0-9]  - ", line), line


def test_csv_gives_back_every_reference(content: Mechanism, rows: dict[str, dict[str, str]]) -> None:
    assert list(rows) == list(content.references)
    for id_, reference in content.references.items():
        row = rows[id_]
        assert row["authors"] == "; ".join(reference.authors)
        assert row["year"] == str(reference.year)
        assert row["title"] == (shown_title(reference) or "")
        assert row["journal"] == reference.journal
        assert row["doi"] == (reference.doi if reference.url else None or "")
        assert row["url"] == (reference.url or "")
        assert row["pmid"] == (reference.pmid or "")
        assert row["finding"] == (reference.finding if reference.verified.finding else "")


def test_csv_gives_back_every_claim(content: Mechanism) -> None:
    claims = read_csv(claims_csv(content, list(content.claims)))
    assert list(claims) == list(content.claims)
    for id_, claim in content.claims.items():
        row, words = claims[id_], content.verdicts[Level.STUDENT].claims[id_]
        assert [row[name] for name in ("claim", "topic", "step", "verdict", "why", "evidence_level")] == [
            words.claim,
            claim.topic.value,
            claim.step or "",
            claim.verdict.value,
            words.why,
            claim.evidence_level.value,
        ]
        assert row["articles"].split("; ") == [f"{source.article}: {source.where}" for source in claim.sources]
        assert row["references"].split("; ") == list(claim.refs)
        papers = [content.references[paper] for paper in claim.refs]
        assert [doi for doi in row["dois"].split("; ") if doi] == [paper.doi for paper in papers if paper.url]


@pytest.mark.parametrize("form", EXPORTS)
def test_nothing_that_was_not_seen_is_offered(content: Mechanism, form: str) -> None:
    text = EXPORTS[form].write(content, EXPORTS[form].ids(content))
    references = content.references.values()
    unseen = [doi for one in references for doi in (one.doi_unseen, None if one.url else one.doi) if doi]
    invented = [one.title for one in references if one.title and not one.verified.title]
    assert unseen
    assert invented
    for words in (*unseen, *invented):
        assert words not in text
    seen = {one.url for one in references if one.url}
    assert set(re.findall(r"https?://[^\s,}\"]+", text)) == (seen if EXPORTS[form].of == "references" else set())


def test_the_note_says_what_was_not_seen(
    content: Mechanism, bib: dict[str, dict[str, Any]], refs: dict[str, dict[str, Any]], rows: dict[str, dict[str, str]]
) -> None:
    for id_, reference in content.references.items():
        for note in (bib[id_]["note"], " ".join(refs[id_]["notes"]), rows[id_]["note"]):
            assert ("The title was not seen" in note) == (not reference.verified.title)
            assert ("The finding was not seen" in note) == (not reference.verified.finding)
            assert ("The finding was seen" in note) == reference.verified.finding
            assert (f"No link: {reference.no_doi}." in note) == (reference.no_doi is not None)
            assert ("No link" in note) == (reference.no_doi is not None)


def test_the_kind_decides_the_type(
    content: Mechanism, bib: dict[str, dict[str, Any]], refs: dict[str, dict[str, Any]]
) -> None:
    ris_types = {ReferenceKind.LABEL: "GEN", ReferenceKind.REGULATOR_NOTICE: "GOVDOC"}
    for id_, reference in content.references.items():
        loose = reference.kind is ReferenceKind.GUIDELINE and not reference.volume
        assert bib[id_]["type"] == ("misc" if loose or reference.kind in ris_types else "article")
        assert refs[id_]["type_of_reference"] == ("RPRT" if loose else ris_types.get(reference.kind, "JOUR"))


@pytest.mark.parametrize("words", NASTY)
def test_every_sign_comes_back_from_bibtex(content: Mechanism, words: str) -> None:
    odd = changed(content, "abbar2022", title=words, journal=words, authors=("Fogaça MV", "Łęski B Jr", words))
    written = bibtex(odd, ["abbar2022", "zarate2006"])
    read = read_bibtex(written)
    assert list(read) == ["abbar2022", "zarate2006"]
    entry = read["abbar2022"]
    assert entry["title"] == entry["journal"] == words
    fogaca, leski, body = entry["author"]
    assert (fogaca.last, fogaca.first, leski.last, leski.jr) == (["Fogaça"], ["M.", "V."], ["Łęski"], ["Jr"])
    assert " ".join([*body.first, *body.von, *body.last, *body.jr]) == words
    assert written.count("{") == written.count("}")


def test_latex_is_spelt_as_bibtex_sorts_it() -> None:
    assert latex("Müller & Łęski, 50%\n_") == r"M{\"u}ller \& {\L}{\k{e}}ski, 50\% \_"


def test_an_odd_doi_does_not_end_the_field(content: Mechanism) -> None:
    odd = changed(content, "abbar2022", doi="10.1002/(sici)1<2::aid{x}3.0.co;2-%#_")
    entry = read_bibtex(bibtex(odd, ["abbar2022"]))["abbar2022"]
    assert entry["volume"] == "376"
    assert r"url = {https://doi.org/10.1002/(sici)1<2::aid%7Bx%7D3.0.co;2-%#_}" in bibtex(odd, ["abbar2022"])


def test_capitals_of_a_title_stay(content: Mechanism) -> None:
    text = bibtex(content, ["rush2006", "zarate2006"])
    assert "{STAR*D} report" in text
    assert "title = {A randomized trial of an {N-methyl-D-aspartate} antagonist" in text


def test_a_line_break_ends_no_field(content: Mechanism) -> None:
    odd = changed(content, "abbar2022", title="one\nER  - \nTY  - two", journal="a\r\nb")
    (entry,) = read_ris(ris(odd, ["abbar2022"])).values()
    assert (entry["title"], entry["secondary_title"]) == ("one ER - TY - two", "a b")
    assert read_csv(references_csv(odd, ["abbar2022"]))["abbar2022"]["title"] == "one ER - TY - two"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"], ids=ascii)
def test_no_cell_is_a_formula(content: Mechanism, start: str) -> None:
    words = f'{start}HYPERLINK("x","y"),z'
    odd = changed(content, "abbar2022", journal=words, finding=words)
    row = read_csv(references_csv(odd, ["abbar2022"]))["abbar2022"]
    assert row["journal"] == row["finding"] == f"'{words}"


def test_tables_are_quoted_as_rfc_4180_says(content: Mechanism) -> None:
    odd = changed(content, "abbar2022", journal='a "b", c')
    head, row, rest = references_csv(odd, ["abbar2022"]).split("\r\n")
    assert head == "id,authors,year,title,journal,volume,issue,pages,kind,doi,url,pmid,finding,note"
    assert ',"a ""b"", c",' in row
    assert rest == ""


@pytest.mark.parametrize("form", [form for form, one in EXPORTS.items() if one.of != "graph"])
def test_only_what_was_asked_for_is_written_and_in_that_order(content: Mechanism, form: str) -> None:
    export = EXPORTS[form]
    ids = export.ids(content)[5:2:-1]
    text = export.write(content, ids)
    read: dict[str, dict[str, Any]] = {"bibtex": read_bibtex, "ris": read_ris}.get(form, read_csv)(text)
    assert tuple(read) == ids
    with pytest.raises(KeyError):
        export.write(content, ["nobody1900"])
