"""Paragraphs and table cells are short, and links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.docs.pages import FENCE, PAGES, name_of

MOST_WORDS = 100
MOST_WORDS_IN_A_CELL = 25
ITEM = re.compile(r"(?:[-*]|\d+\.) ")
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")
HEADING = re.compile(r"^#+ (.*)$", re.M)

on_every_page = pytest.mark.parametrize("page", PAGES, ids=name_of)


def prose(page) -> str:
    return FENCE.sub("", page.read_text("utf-8"))


def paragraphs(text: str) -> Iterator[str]:
    """Yield paragraphs and list items, without tables and headings."""
    paragraph: list[str] = []
    for line in [*text.splitlines(), ""]:
        if not line.strip() or line.startswith(("|", "#")) or ITEM.match(line):
            yield " ".join(paragraph)
            paragraph = [line] if ITEM.match(line) else []
        else:
            paragraph.append(line)


def anchors(page) -> set[str]:
    titles = HEADING.findall(prose(page))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@on_every_page
def test_paragraphs_are_short(page):
    assert [p for p in paragraphs(prose(page)) if len(p.split()) > MOST_WORDS] == []


@on_every_page
def test_table_cells_are_short(page):
    rows = [line for line in prose(page).splitlines() if line.startswith("|")]
    cells = [cell for row in rows for cell in row.split("|")]
    assert [cell for cell in cells if len(cell.split()) > MOST_WORDS_IN_A_CELL] == []


@on_every_page
def test_links_lead_to_files_and_headings(page):
    for target, anchor in LINK.findall(prose(page)):
        if target.startswith("http"):
            continue
        linked = (page.parent / target).resolve() if target else page
        assert linked.exists(), target
        assert not anchor or anchor in anchors(linked), f"{target}#{anchor}"
