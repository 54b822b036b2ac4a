"""Clean articles, honest publication days: from articles as read to bodies, judged days, and copies."""

from extractors.articles.article import CleanArticle, Copy, DayConflict, Publication
from extractors.articles.cleaning import clean
from extractors.articles.copies import CopyIndex, find_copies
from extractors.articles.publication import judge

__all__ = ["CleanArticle", "Copy", "CopyIndex", "DayConflict", "Publication", "clean", "find_copies", "judge"]
